import type { Ticket } from '../../domain/ticket/ticket'

/** A ticket's state in the customer's words. `yours` = it is the customer's turn. */
export interface RequestStatus {
  readonly label: string
  readonly tone: 'open' | 'yours' | 'done'
}

/** What a customer is told of where a request stands. */
export const requestStatus = (ticket: Pick<Ticket, 'state' | 'heldReason' | 'assigneeId'>): RequestStatus => {
  switch (ticket.state) {
    case 'open':
      if (ticket.heldReason !== null) return { label: 'Being checked', tone: 'open' }
      return { label: ticket.assigneeId === null ? 'Waiting for an engineer' : 'With an engineer', tone: 'open' }
    case 'waiting':
      return { label: 'Waiting for you', tone: 'yours' }
    case 'resolved':
      return { label: 'Resolved', tone: 'done' }
    case 'closed':
      return { label: 'Closed', tone: 'done' }
  }
}
