import type { TicketCommandName } from '../ticket/ticketCommand'
import type { EngineerRole } from './engineer'

/** Everything a person of the firm can ask the backend to do. */
export type Operation = TicketCommandName | 'signInToDesk' | 'readTickets' | 'readCustomers'

const reading: readonly Operation[] = ['signInToDesk', 'readTickets', 'readCustomers']
const desk: readonly Operation[] = [
  ...reading, 'acknowledge', 'claim', 'release', 'logCall', 'addNote', 'reply', 'setPriority', 'setState', 'releaseHold', 'identify',
]

const allowed: Readonly<Record<EngineerRole, readonly Operation[]>> = {
  helpdesk: desk,
  supportManager: desk,
  administrator: desk,
  // R5: the second line advises; it takes a ticket only when one is moved to it with a reason.
  installation: [...reading, 'addNote', 'logCall'],
  accountManager: [...reading, 'addNote'],
  projectManager: [...reading, 'addNote'],
}

/** Whether a role may do an operation; what is not listed is not allowed (R1–R6, P42). */
export const mayDo = (role: EngineerRole, operation: Operation): boolean => allowed[role].includes(operation)
