import type { Instant } from '../calendar/time'
import { absorbedReceipts } from './absorbedReceipts'
import type { Ticket } from './ticket'

/**
 * The receipt that a ticket's place and clocks go by (R50): its own at the channel, or that of the earliest ticket
 * merged into it and not split off again. A new priority never moves it. Instant, UTC.
 */
export const receiptOf = (ticket: Pick<Ticket, 'receivedAt' | 'facts'>): Instant => {
  for (const fact of ticket.facts) {
    // Hardly any ticket was merged, and the queue asks for the receipt of all of them: no list is made before it is needed.
    if (fact.kind === 'merged') return earliest(ticket.receivedAt, [...absorbedReceipts(ticket).values()])
  }
  return ticket.receivedAt
}

const earliest = (own: Instant, others: readonly Instant[]): Instant => others.reduce((first, each) => (each < first ? each : first), own)
