import type { Temporal } from 'temporal-polyfill'
import type { ServiceCalendar } from './serviceCalendar'
import { addRealMinutes, toInstant } from './time'
import type { Instant, ZoneId } from './time'

/** One stretch of opening, half-open (R26). */
export interface Opening {
  readonly from: Instant
  readonly to: Instant
}

/** A closed day with its name (R27), midnight to midnight of the calendar's zone, half-open. */
export interface HolidayDay extends Opening {
  readonly name: string
}

/** A month of a calendar as instants: its own stretch, its openings and its holidays, each sorted and apart. */
export interface MonthOpenings extends Opening {
  readonly openings: readonly Opening[]
  readonly holidays: readonly HolidayDay[]
}

const merge = (openings: readonly Opening[]): Opening[] => {
  const merged: Opening[] = []
  for (const next of openings.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (next.to <= next.from) continue
    if (last !== undefined && next.from <= last.to) merged[merged.length - 1] = { from: last.from, to: toInstant(Math.max(last.to, next.to)) }
    else merged.push(next)
  }
  return merged
}

/** The instant at `minute` wall minutes after midnight of a day of the month, counted from 1. */
type WallReader = (day: number, minute: number) => Instant

/** Reads wall times of one month. While the clocks do not change, one look at the zone serves the whole month. */
const wallReader = (first: Temporal.PlainDate, zone: ZoneId): WallReader => {
  const start = first.toZonedDateTime(zone)
  const end = first.add({ months: 1, days: 1 }).toZonedDateTime(zone)
  const change = start.getTimeZoneTransition('next')
  return change !== null && change.epochMilliseconds <= end.epochMilliseconds
    ? (day, minute) => toInstant(first.toPlainDateTime().add({ days: day - 1, minutes: minute }).toZonedDateTime(zone).epochMilliseconds)
    : (day, minute) => addRealMinutes(toInstant(start.epochMilliseconds), (day - 1) * 1_440 + minute)
}

/** The month's closed days by their number in it. */
const closedDays = (calendar: ServiceCalendar, yearMonth: Temporal.PlainYearMonth): ReadonlyMap<number, string> => {
  const prefix = `${yearMonth.toString()}-`
  const own = calendar.holidays.filter(({ date }) => date.startsWith(prefix))
  return new Map(own.map(({ date, name }) => [Number(date.slice(prefix.length)), name]))
}

/**
 * Builds one month. Wall times that a change of the clocks skips move to the change, and those that come twice
 * mean the first, so that an hour is neither lost nor counted twice (R28).
 */
export const buildMonth = (calendar: ServiceCalendar, yearMonth: Temporal.PlainYearMonth): MonthOpenings => {
  const first = yearMonth.toPlainDate({ day: 1 })
  const instantOf = wallReader(first, calendar.zone)
  const closed = closedDays(calendar, yearMonth)
  const { daysInMonth, daysInWeek } = first
  const found: Opening[] = []
  const holidays: HolidayDay[] = []
  let weekday = first.dayOfWeek
  for (let day = 1; day <= daysInMonth; day += 1) {
    const name = closed.get(day)
    if (name === undefined) {
      for (const interval of calendar.intervals) {
        if (interval.weekday === weekday) found.push({ from: instantOf(day, interval.fromMinute), to: instantOf(day, interval.toMinute) })
      }
    } else holidays.push({ from: instantOf(day, 0), to: instantOf(day + 1, 0), name })
    weekday = weekday === daysInWeek ? 1 : weekday + 1
  }
  return { from: instantOf(1, 0), to: instantOf(daysInMonth + 1, 0), openings: merge(found), holidays }
}
