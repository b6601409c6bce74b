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

/** A month of a calendar's openings as instants, sorted, with running totals, so that sums need no walk by days. */
export interface MonthOpenings extends Opening {
  readonly yearMonth: Temporal.PlainYearMonth
  readonly openings: readonly Opening[]
  /** Open milliseconds of the month before `openings[i]`; one longer than `openings`: the last is the month's sum. */
  readonly before: readonly number[]
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
const wallReader = (yearMonth: Temporal.PlainYearMonth, zone: ZoneId): WallReader => {
  const first = yearMonth.toPlainDate({ day: 1 })
  const start = first.toZonedDateTime(zone)
  const end = first.add({ months: 1, days: 1 }).toZonedDateTime(zone)
  const change = start.getTimeZoneTransition('next')
  return change !== null && change.epochMilliseconds <= end.epochMilliseconds
    ? (day, minute) => toInstant(first.toPlainDateTime().add({ days: day - 1, minutes: minute }).toZonedDateTime(zone).epochMilliseconds)
    : (day, minute) => addRealMinutes(toInstant(start.epochMilliseconds), (day - 1) * 1_440 + minute)
}

/**
 * Builds one month. Wall times that a change of the clocks skips move to the change, and those that come twice
 * mean the first, so that an hour is neither lost nor counted twice (R28).
 */
export const buildMonth = (calendar: ServiceCalendar, yearMonth: Temporal.PlainYearMonth): MonthOpenings => {
  const instantOf = wallReader(yearMonth, calendar.zone)
  const closedDays = new Map(calendar.holidays.map((holiday) => [holiday.date as string, holiday.name]))
  const found: Opening[] = []
  const holidays: HolidayDay[] = []
  for (let number = 1; number <= yearMonth.daysInMonth; number += 1) {
    const day = yearMonth.toPlainDate({ day: number })
    const name = closedDays.get(day.toString())
    if (name === undefined) {
      for (const interval of calendar.intervals) {
        if (interval.weekday === day.dayOfWeek) found.push({ from: instantOf(number, interval.fromMinute), to: instantOf(number, interval.toMinute) })
      }
    } else holidays.push({ from: instantOf(number, 0), to: instantOf(number + 1, 0), name })
  }
  const openings = merge(found)
  const before = [0]
  for (const opening of openings) before.push((before.at(-1) ?? 0) + (opening.to - opening.from))
  return { yearMonth, from: instantOf(1, 0), to: instantOf(yearMonth.daysInMonth + 1, 0), openings, before, holidays }
}
