import { sayClockTime, sayDayInFull } from '../calendar/sayTime'
import type { Instant, ZoneId } from '../calendar/time'

/** A moment that stays true when it is read later: `Sat 28 Nov 8:00 CT`. */
export const sayMomentInFull = (at: Instant, zone: ZoneId, now: Instant): string => `${sayDayInFull(at, zone, now)} ${sayClockTime(at, zone)}`

/** A stretch by the wall clock of `zone`: `Sat 28 Nov 8:00 CT – Sun 29 Nov 20:00 CT`. */
export const sayStretch = (from: Instant, to: Instant, zone: ZoneId, now: Instant): string =>
  `${sayMomentInFull(from, zone, now)} – ${sayMomentInFull(to, zone, now)}`
