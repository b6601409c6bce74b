import { Temporal } from 'temporal-polyfill'
import { nextOpening, openingFrom } from '../calendar/openTimes'
import type { ServiceCalendar } from '../calendar/serviceCalendar'
import { toInstant } from '../calendar/time'
import type { Instant, ZoneId } from '../calendar/time'

const midnightAfter = (at: Instant, zone: ZoneId): Instant => {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  return toInstant(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds)
}

/**
 * When the business day of `at` ends: the last closing time of that day by the calendar's wall clock. Outside service
 * hours it is the day of the next opening, so a lunch break stays in its day and an evening belongs to the next one.
 */
export const endOfBusinessDay = (calendar: ServiceCalendar, at: Instant): Instant => {
  const opens = nextOpening(calendar, at)
  const midnight = midnightAfter(opens, calendar.zone)
  let end = opens
  while (end < midnight) {
    const next = openingFrom(calendar, end)
    if (next.from >= midnight) break
    end = toInstant(Math.min(next.to, midnight))
  }
  return end
}

/**
 * When the `days`th business day after the wall-clock day of `at` ends; with 0 it is the business day of `at` itself.
 * Half a day that is left of today does not count, weekends and holidays neither.
 */
export const endOfBusinessDayAfter = (calendar: ServiceCalendar, at: Instant, days: number): Instant => {
  if (days === 0) return endOfBusinessDay(calendar, at)
  let end = midnightAfter(at, calendar.zone)
  for (let day = 0; day < days; day += 1) end = endOfBusinessDay(calendar, end)
  return end
}
