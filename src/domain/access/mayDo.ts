import type { TicketCommandName } from '../ticket/ticketCommand'
import type { EngineerRole } from './engineer'

/** What somebody of the firm may be allowed to do. */
export type Operation = TicketCommandName | 'signInToDesk' | 'readTickets' | 'readCustomers' | 'changeRota' | 'changePolicy'

const reading: readonly Operation[] = ['signInToDesk', 'readTickets', 'readCustomers']

const working: readonly Operation[] = [
  'acknowledge', 'claim', 'release', 'logCall', 'addNote', 'reply', 'setPriority', 'setState', 'releaseHold', 'identify',
]

const allowed: Readonly<Record<EngineerRole, ReadonlySet<Operation>>> = {
  helpdesk: new Set([...reading, ...working]),
  installation: new Set([...reading, 'addNote', 'logCall', 'reply']),
  supportManager: new Set([...reading, ...working, 'changeRota']),
  accountManager: new Set([...reading, 'addNote']),
  projectManager: new Set([...reading, 'addNote']),
  administrator: new Set([...reading, ...working, 'changeRota', 'changePolicy']),
}

/**
 * Whether a role may carry out an operation. Every role sees every ticket (R54). Installation engineers advise and
 * call but take no tickets (R4, R5); account and project managers leave notes (R6).
 */
export const mayDo = (role: EngineerRole, operation: Operation): boolean => allowed[role].has(operation)
