import type { Instant } from '../calendar/time'
import type { TicketFact } from '../ticket/ticket'

/** How one promise fares in a ticket's facts. */
export interface PromiseState {
  /** Set when the promise runs from a page, in real minutes (R64). */
  readonly pagedAt: Instant | null
  readonly stoppedAt: Instant | null
}

/**
 * What a fact does to a promise: `keep` keeps it and `undo` takes that back, `finish` stops it as the ticket ends,
 * `reopen` lets it run on unless it was kept, `page` begins the paged promise.
 */
export type FactEffect = 'keep' | 'undo' | 'finish' | 'reopen' | 'page' | 'none'

/** How to read facts for one kind of promise. `context` is handed through, so that nothing is made anew for each ticket. */
export interface PromiseReading<C> {
  readonly effectOf: (fact: TicketFact, context: C) => FactEffect
  /** Whether what kept the promise before a page counts for nothing after it. */
  readonly pageForgets: boolean
}

/**
 * Walks the facts, oldest first. The first stop counts. A page while a paged promise is open does not move its
 * start; a page after the promise was kept begins a new one (R64, R70).
 */
export const stoppedPromise = <C>(facts: readonly TicketFact[], { effectOf, pageForgets }: PromiseReading<C>, context: C): PromiseState => {
  let pagedAt: Instant | null = null
  let stoppedAt: Instant | null = null
  let kept = false
  for (const fact of facts) {
    const effect = effectOf(fact, context)
    switch (effect) {
      case 'none':
        break
      case 'keep':
        kept = true
        stoppedAt ??= fact.at
        break
      case 'finish':
        stoppedAt ??= fact.at
        break
      case 'undo':
        kept = false
        stoppedAt = null
        break
      case 'reopen':
        if (!kept) stoppedAt = null
        break
      case 'page':
        if (pageForgets) kept = false
        if (pagedAt === null || stoppedAt !== null) {
          pagedAt = fact.at
          stoppedAt = null
        }
        break
      default:
        effect satisfies never
    }
  }
  return { pagedAt, stoppedAt }
}
