import type { Instant } from '../calendar/time'
import type { TicketFact } from '../ticket/ticket'

/** How one promise fares in a ticket's facts. */
export interface PromiseState {
  /** Set when the promise runs from a page, in real minutes (R64). */
  readonly pagedAt: Instant | null
  readonly stoppedAt: Instant | null
}

/** What a fact does to a promise: `stop` keeps it, `reopen` takes the stop back, `page` begins the paged promise. */
export type FactEffect = 'stop' | 'reopen' | 'page' | 'none'

/**
 * Walks the facts, oldest first. The first stop counts. A page while a paged promise is open does not move its
 * start; a page after the promise was kept begins a new one (R64, R70).
 */
export const stoppedPromise = (facts: readonly TicketFact[], effectOf: (fact: TicketFact) => FactEffect): PromiseState => {
  let pagedAt: Instant | null = null
  let stoppedAt: Instant | null = null
  for (const fact of facts) {
    const effect = effectOf(fact)
    if (effect === 'stop') stoppedAt ??= fact.at
    else if (effect === 'reopen') stoppedAt = null
    else if (effect === 'page' && (pagedAt === null || stoppedAt !== null)) {
      pagedAt = fact.at
      stoppedAt = null
    }
  }
  return { pagedAt, stoppedAt }
}
