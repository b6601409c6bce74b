import type { TicketState } from '../../domain/ticket/ticket'

/** The states in the desk's words. */
export const stateNames: Readonly<Record<TicketState, string>> = {
  open: 'Open',
  waiting: 'Waiting for customer',
  resolved: 'Resolved',
  closed: 'Closed',
}
