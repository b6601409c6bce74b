import type { Instant } from '../calendar/time'
import type { Ticket } from './ticket'

/**
 * The receipt that a ticket's place and clocks go by (R50): its own at the channel, or that of the earliest ticket
 * merged into it and not split off again. A new priority never moves it. Instant, UTC.
 */
export const receiptOf = (ticket: Pick<Ticket, 'receivedAt' | 'facts'>): Instant => {
  for (const fact of ticket.facts) {
    // Hardly any ticket was merged, and the queue asks for the receipt of all of them: no list is made before it is needed.
    if (fact.kind === 'merged') return earliestReceipt(ticket)
  }
  return ticket.receivedAt
}

const earliestReceipt = ({ receivedAt, facts }: Pick<Ticket, 'receivedAt' | 'facts'>): Instant => {
  const merged = new Map<string, Instant>()
  for (const fact of facts) {
    if (fact.kind === 'merged') merged.set(fact.ticketId, fact.receivedAt)
    else if (fact.kind === 'unmerged') merged.delete(fact.ticketId)
  }
  return [...merged.values()].reduce((earliest, each) => (each < earliest ? each : earliest), receivedAt)
}
