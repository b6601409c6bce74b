/** Seeds that once failed, run with every `npm test`; `why` says what was mended. */
export const seeds: readonly { readonly seed: number; readonly steps: number; readonly why: string }[] = [
  { seed: 12, steps: 80, why: 'the fetching of everything waited for ever for an answer that was lost' },
  { seed: 20, steps: 80, why: 'a lost cache forgot that a restored backend was the same one, and its journal was never sent' },
  { seed: 110, steps: 150, why: 'what was given before the journal of a lost cache was merged took the numbers of what was in it' },
  { seed: 27, steps: 80, why: 'a refusal that came while the cache was lost was dropped with its text' },
]
