import { Temporal } from 'temporal-polyfill'
import type { Instant, ZoneId } from './time'
import { zoneOffset } from './zoneOffset'

/** What a clock on the wall shows: the day, also as days since 1 January 1970, and whole minutes since its midnight. */
export interface WallTime {
  readonly day: number
  readonly date: Temporal.PlainDate
  readonly minute: number
}

const millisecondsPerDay = 86_400_000
const rememberedDays = 4_096

const days = new Map<number, Temporal.PlainDate>()

/** The day that many days after 1 January 1970, made by the library once. */
const dayNumbered = (number: number): Temporal.PlainDate => {
  const known = days.get(number)
  if (known !== undefined) return known
  if (days.size >= rememberedDays) days.clear()
  const day = new Temporal.PlainDate(1970, 1, 1).add({ days: number })
  days.set(number, day)
  return day
}

/** The wall clock of `zone` at `at`, seconds dropped (R25, R28). */
export const wallTime = (at: Instant, zone: ZoneId): WallTime => {
  const local = at + zoneOffset(zone, at)
  const day = Math.floor(local / millisecondsPerDay)
  return { day, date: dayNumbered(day), minute: Math.floor((local - day * millisecondsPerDay) / 60_000) }
}
