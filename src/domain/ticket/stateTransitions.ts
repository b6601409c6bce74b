import type { TicketState } from './ticket'

const moves: Readonly<Record<TicketState, readonly TicketState[]>> = {
  open: ['waiting', 'resolved', 'closed'],
  waiting: ['open', 'resolved', 'closed'],
  resolved: ['open', 'waiting', 'closed'],
  closed: ['open'],
}

/** Whether an engineer may move a ticket from one state to another; a closed ticket can only be reopened. */
export const mayMove = (from: TicketState, to: TicketState): boolean => moves[from].includes(to)
