import type { EngineerRole } from './engineer'
import { mayDo } from './mayDo'
import type { Operation } from './operations'

/**
 * What a desk may hold copies of, as a whole or not at all. `desk`: everything that every engineer reads, every ticket
 * among it (R54). `serverNotes`: how customers' systems are reached and what is odd about them. `accessRequests`: requests
 * for access to the portal (R32).
 */
export const scopes = ['desk', 'serverNotes', 'accessRequests'] as const
export type Scope = (typeof scopes)[number]

/** The operation that reads each scope: the table of operations decides, nothing else does. */
const readingOf: Readonly<Record<Scope, Operation>> = {
  desk: 'readTickets',
  serverNotes: 'readServerNotes',
  accessRequests: 'readAccessRequests',
}

/** The scopes a role may read (R1–R6, P10), in the order of `scopes`. */
export const scopesOf = (role: EngineerRole): readonly Scope[] => scopes.filter((scope) => mayDo(role, readingOf[scope]))
