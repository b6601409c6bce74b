import type { Engineer } from '../../domain/access/engineer'

/** Who is asking, from which device, in which family of sessions. */
export interface DeskSession {
  readonly engineer: Engineer
  readonly deviceId: string
  readonly family: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireDeskSession`; null on routes outside it. */
    deskSession: DeskSession | null
  }
}
