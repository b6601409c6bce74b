import type { Instant } from '../calendar/time'
import type { Ticket } from './ticket'

/** A promise to come back to the customer that is still to be kept. */
export interface FollowUp {
  readonly id: string
  readonly promisedAt: Instant
  readonly due: Instant
  /** Id of the engineer who promised. */
  readonly promisedBy: string
}

/**
 * The promises to come back that are neither kept nor dropped (R66), the one due first first, then by id. Finishing
 * the ticket does not end them: the customer was told a time. Instants, UTC.
 */
export const followUpsOf = ({ facts }: Pick<Ticket, 'facts'>): readonly FollowUp[] => {
  const open = new Map<string, FollowUp>()
  for (const fact of facts) {
    if (fact.kind === 'followUp') open.set(fact.id, { id: fact.id, promisedAt: fact.at, due: fact.due, promisedBy: fact.promisedBy })
    else if (fact.kind === 'followUpKept' || fact.kind === 'followUpDropped') open.delete(fact.id)
  }
  return [...open.values()].toSorted((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1))
}
