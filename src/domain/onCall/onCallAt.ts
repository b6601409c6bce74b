import type { Instant } from '../calendar/time'
import type { Shift } from './shift'

/**
 * Who has duty at `at` in a rank (R79): the shift that holds it, half-open. Of shifts that overlap the one that
 * began last counts, as an override does, then the higher id. Null when nobody has duty.
 */
export const onCallAt = (shifts: readonly Shift[], at: Instant, rank: Shift['rank'] = 'primary'): Shift | null => {
  let holder: Shift | null = null
  for (const shift of shifts) {
    if (shift.rank !== rank || at < shift.startsAt || at >= shift.endsAt) continue
    const later =
      holder === null || shift.startsAt > holder.startsAt || (shift.startsAt === holder.startsAt && shift.id > holder.id)
    if (later) holder = shift
  }
  return holder
}
