import type { Instant } from '../calendar/time'
import { coverDepth, holds } from './coverDepth'
import type { Shift, ShiftRank } from './shift'

/**
 * Whose shift it is at `at` in a rank (R79), half-open. What covers a shift goes over it; of others that overlap the
 * one that began last counts, then the higher id, whatever the order of the rows. Null when nobody has duty. Whether
 * its engineer can be reached is for `dutyAt` to say.
 */
export const onCallAt = (shifts: readonly Shift[], at: Instant, rank: ShiftRank = 'primary'): Shift | null => {
  let holder: Shift | null = null
  let depthOfHolder = -1
  for (const shift of shifts) {
    if (shift.rank !== rank || !holds(shift, at)) continue
    const depth = coverDepth(shift, shifts, at)
    if (depth === null) continue
    if (holder === null || depth > depthOfHolder || (depth === depthOfHolder && beganLater(shift, holder))) {
      holder = shift
      depthOfHolder = depth
    }
  }
  return holder
}

const beganLater = (a: Shift, b: Shift): boolean => a.startsAt > b.startsAt || (a.startsAt === b.startsAt && a.id > b.id)
