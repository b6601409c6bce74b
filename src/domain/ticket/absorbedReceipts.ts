import type { Instant } from '../calendar/time'
import type { Ticket } from './ticket'

/** The tickets that are merged into this one now, by id, each with its receipt at the channel (R50). Instants, UTC. */
export const absorbedReceipts = ({ facts }: Pick<Ticket, 'facts'>): ReadonlyMap<string, Instant> => {
  const absorbed = new Map<string, Instant>()
  for (const fact of facts) {
    if (fact.kind === 'merged') absorbed.set(fact.ticketId, fact.receivedAt)
    else if (fact.kind === 'unmerged') absorbed.delete(fact.ticketId)
  }
  return absorbed
}
