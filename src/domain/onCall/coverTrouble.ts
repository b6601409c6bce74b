import { coveredBy } from './coverDepth'
import type { Shift } from './shift'

/**
 * What is wrong with a swap or an override (R79): `gone` when the shift it covers is no longer there, so that it counts
 * nowhere, `moved` when that shift has other hours than it was arranged for, so that it counts in part or not at all.
 */
export type CoverTrouble = 'gone' | 'moved'

/** Whether a swap or an override still fits the shift it is bound to (R79); null when it does, and for regular shifts. */
export const coverTrouble = (shift: Shift, shifts: readonly Shift[], left = shifts.length): CoverTrouble | null => {
  if (shift.kind === 'regular' || (shift.kind === 'override' && shift.coversShiftId === null)) return null
  const covered = coveredBy(shift, shifts)
  if (covered === null || left < 0) return 'gone'
  const inside = covered.startsAt <= shift.startsAt && shift.endsAt <= covered.endsAt
  const whole = covered.startsAt === shift.startsAt && covered.endsAt === shift.endsAt
  if (!inside || (shift.kind === 'swap' && !whole)) return 'moved'
  return coverTrouble(covered, shifts, left - 1)
}
