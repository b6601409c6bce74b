import { Temporal } from 'temporal-polyfill'
import { toInstant } from './time'
import type { Instant, ZoneId } from './time'

/**
 * The last time, not after `now`, at which the wall clock of `zone` showed `clock` (`14:05`): today's, or yesterday's when
 * today's is still to come, so that it is never in the future. Null when it is no time of the clock. Of an hour that the
 * clocks repeat it is the first; one they skip is moved on.
 */
export const lastClockTime = (clock: string, zone: ZoneId, now: Instant): Instant | null => {
  if (!/^(?:[01]?\d|2[0-3]):[0-5]\d$/u.test(clock)) return null
  const time = Temporal.PlainTime.from(clock.padStart(5, '0'))
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  const at = (day: Temporal.PlainDate): number => day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
  const todays = at(today)
  return toInstant(todays <= now ? todays : at(today.subtract({ days: 1 })))
}
