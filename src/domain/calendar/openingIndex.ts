import type { MonthOpenings } from './monthOpenings'
import type { Instant } from './time'

/** Index of the first opening of `month` that ends after `at`; the number of openings when all are over. */
export const openingIndex = (month: MonthOpenings, at: Instant): number => {
  let low = 0
  let high = month.openings.length
  while (low < high) {
    const middle = (low + high) >> 1
    const opening = month.openings[middle]
    if (opening !== undefined && opening.to <= at) low = middle + 1
    else high = middle
  }
  return low
}
