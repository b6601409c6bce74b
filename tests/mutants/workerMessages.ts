import type { Mutant } from './mutant'
import type { Verdict } from './verdict'

/** What a worker says. `failed` before `ready`: the tests fail without any mutant, so nothing can be measured. */
export type FromWorker =
  | { readonly kind: 'ready'; readonly tests: number }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }

/** What a worker is told: one mutant at a time. */
export interface ToWorker {
  readonly mutant: Mutant
}
