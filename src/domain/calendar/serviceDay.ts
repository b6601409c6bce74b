import { Temporal } from 'temporal-polyfill'
import type { ServiceCalendar } from './serviceCalendar'
import type { Instant, ZoneId } from './time'
import { zoneOffset } from './zoneOffset'

/** A local day's opening stretches as instants, half-open (R26), and the holiday that closes it, if any (R27). */
export interface ServiceDay {
  readonly openings: readonly { readonly from: Instant; readonly to: Instant }[]
  readonly holiday: string | null
  /** Start of the day and of the next, as instants. */
  readonly from: Instant
  readonly to: Instant
}

const dayMs = 86_400_000
const epochDay = Temporal.PlainDate.from('1970-01-01')
const days = new WeakMap<ServiceCalendar, Map<number, ServiceDay>>()

/** Number of the local day, counted from 1970-01-01, on which a zone's wall clock is at an instant. */
export const localDayNumber = (zone: ZoneId, at: Instant): number => Math.floor((at + zoneOffset(zone, at)) / dayMs)

const wallInstant = (date: Temporal.PlainDate, minute: number, zone: ZoneId): Instant => {
  const shifted = minute >= 1440 ? date.add({ days: 1 }) : date
  const within = minute >= 1440 ? minute - 1440 : minute
  const time = new Temporal.PlainTime(Math.floor(within / 60), within % 60)
  return shifted.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds as Instant
}

const workOut = (calendar: ServiceCalendar, number: number): ServiceDay => {
  const date = epochDay.add({ days: number })
  const from = wallInstant(date, 0, calendar.zone)
  const to = wallInstant(date, 1440, calendar.zone)
  const holiday = calendar.holidays.find((h) => h.date === date.toString())?.name ?? null
  if (holiday !== null) return { openings: [], holiday, from, to }
  const openings = calendar.intervals
    .filter((interval) => interval.weekday === date.dayOfWeek && interval.toMinute > interval.fromMinute)
    .map((interval) => ({
      from: wallInstant(date, interval.fromMinute, calendar.zone),
      to: wallInstant(date, interval.toMinute, calendar.zone),
    }))
    .toSorted((a, b) => a.from - b.from)
  return { openings, holiday, from, to }
}

/** The service day with a number (see `localDayNumber`); worked out once per calendar. */
export const serviceDay = (calendar: ServiceCalendar, number: number): ServiceDay => {
  let known = days.get(calendar)
  if (!known) days.set(calendar, (known = new Map()))
  const found = known.get(number)
  if (found) return found
  const made = workOut(calendar, number)
  known.set(number, made)
  return made
}
