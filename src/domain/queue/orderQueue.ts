import { compareTickets, urgencyRank } from './compareTickets'
import type { QueuedTicket } from './compareTickets'

/**
 * A new list in queue order (R50, R51). The rank of each ticket is worked out once and not at each of the many
 * comparisons; `compareTickets` has the last word between equals of one moment.
 */
export const orderQueue = <T extends QueuedTicket>(tickets: readonly T[]): T[] =>
  tickets
    .map((ticket) => ({ rank: urgencyRank(ticket), receivedAt: ticket.receivedAt, ticket }))
    .toSorted((a, b) => a.rank - b.rank || a.receivedAt - b.receivedAt || compareTickets(a.ticket, b.ticket))
    .map(({ ticket }) => ticket)
