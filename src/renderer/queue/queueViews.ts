import type { Ticket } from '../../domain/ticket/ticket'

/** The looks at the one queue, in the order of their tabs. */
export const queueViews = ['all', 'unassigned', 'mine', 'waiting'] as const
export type QueueView = (typeof queueViews)[number]

export const queueViewNames: Readonly<Record<QueueView, string>> = {
  all: 'All open',
  unassigned: 'Unassigned',
  mine: 'Mine',
  waiting: 'Waiting',
}

/**
 * Whether a ticket of the queue is in a view. `all` leaves out what waits for the customer; nothing open is ever
 * outside `all` and `waiting` together (R54).
 * @param me id of the engineer at this desk; null when nobody is known
 */
export function isInView(ticket: Pick<Ticket, 'state' | 'assigneeId'>, view: QueueView, me: string | null): boolean {
  switch (view) {
    case 'all':
      return ticket.state === 'open'
    case 'unassigned':
      return ticket.state === 'open' && ticket.assigneeId === null
    case 'mine':
      return me !== null && ticket.assigneeId === me
    case 'waiting':
      return ticket.state === 'waiting'
  }
}
