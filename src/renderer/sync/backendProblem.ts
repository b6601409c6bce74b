import type { ProblemCode } from '../../protocol/problem'

/** The backend answered, and said no. `message` is its sentence. */
export class BackendProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    /** With `outOfOrder`: the number it expects next. */
    readonly expected: number | null = null,
  ) {
    super(message)
    this.name = 'BackendProblem'
  }

  /** Whether only signing in again helps. */
  get endsSession(): boolean {
    return this.code === 'sessionExpired' || this.code === 'notAllowed' || this.code === 'deviceRevoked'
  }
}
