import type { Problem, ProblemCode } from '../../protocol/problem'

/** The status each kind of trouble is answered with. */
const statuses = {
  badRequest: 400,
  wrongCredentials: 401,
  sessionExpired: 401,
  notAllowed: 403,
  notFound: 404,
  outOfOrder: 409,
  deviceRevoked: 410,
  tooLarge: 413,
  versionMismatch: 426,
  tooMany: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ProblemCode, number>

type Details = Omit<Problem['error'], 'code' | 'message'> & { readonly retryAfterSeconds?: number }

/** Thrown by a route to answer with a problem; the message is for the person, and says what to do. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly problem: Problem
  readonly retryAfterSeconds: number | null

  constructor(code: ProblemCode, message: string, { retryAfterSeconds, ...details }: Details = {}) {
    super(message)
    this.status = statuses[code]
    this.problem = { error: { code, message, ...details } }
    this.retryAfterSeconds = retryAfterSeconds ?? null
  }
}
