import type { Instant } from '../calendar/time'
import type { Shift } from './shift'

/** Whether a shift's own hours hold `at`, half-open. Whether it counts then is for `coverDepth` to say. */
export const holds = (shift: Shift, at: Instant): boolean => shift.startsAt <= at && at < shift.endsAt

/** The shift that a swap or an override covers; null for regular shifts, free overrides, and when it is gone. */
export const coveredBy = (shift: Shift, shifts: readonly Shift[]): Shift | null =>
  shift.kind === 'regular' || shift.coversShiftId === null
    ? null
    : (shifts.find(({ id, rank }) => id === shift.coversShiftId && rank === shift.rank) ?? null)

/**
 * On how many shifts a shift lies at `at`: 0 for a regular one, 1 for what covers that or stands free, 2 for what
 * covers a cover. Null when it does not count then: a swap or an override is bound to the shift it covers, and where
 * that has no hours, is gone, or is covered by it in turn, nobody's hours are taken (R79).
 */
export const coverDepth = (shift: Shift, shifts: readonly Shift[], at: Instant, left = shifts.length): number | null => {
  if (left < 0 || !holds(shift, at)) return null
  if (shift.kind === 'regular') return 0
  if (shift.coversShiftId === null) return shift.kind === 'override' ? 1 : null
  const covered = coveredBy(shift, shifts)
  const below = covered === null ? null : coverDepth(covered, shifts, at, left - 1)
  return below === null ? null : below + 1
}
