import type { DeskCache } from '../cache/deskCache'

const numbers = new WeakMap<DeskCache, Map<string, number>>()

/** The last number the journal holds for each engineer: taken, even while the outbox could not be written. */
export const journalledNumbers = (cache: DeskCache): Map<string, number> => {
  const known = numbers.get(cache) ?? new Map<string, number>()
  numbers.set(cache, known)
  return known
}
