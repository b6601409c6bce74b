import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, Instant, ZoneId } from './time'
import { wallTime } from './wallTime'
import { zoneLetters } from './zoneLetters'

export { zoneLetters }

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const dayAndMonth = (day: Temporal.PlainDate): string => `${day.day} ${months[day.month - 1]}`

/** The wall clock in `zone`, 24 hours: `14:30`, `8:00`. */
export const localTime = (at: Instant, zone: ZoneId): string => {
  const { minute } = wallTime(at, zone)
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

/** The wall clock with the zone's letters: `14:30 CT`. */
export const sayClockTime = (at: Instant, zone: ZoneId): string => `${localTime(at, zone)} ${zoneLetters(zone, at)}`

/** A day that stays true when it is read later: `Wed 25 Nov`, with the year when it is another than that of `now`. */
export const sayDayInFull = (at: Instant, zone: ZoneId, now: Instant): string => {
  const { date: day } = wallTime(at, zone)
  const words = `${weekdays[day.dayOfWeek - 1]} ${dayAndMonth(day)}`
  return day.year === wallTime(now, zone).date.year ? words : `${words} ${day.year}`
}

/** The day as people near `now` say it: `today`, `tomorrow`, `yesterday`, `Thu 26 Nov`, `Fri 8 Jan 2027`. */
export const sayDay = (at: Instant, zone: ZoneId, now: Instant): string => {
  const distance = wallTime(at, zone).day - wallTime(now, zone).day
  if (distance === 0) return 'today'
  if (distance === 1) return 'tomorrow'
  if (distance === -1) return 'yesterday'
  return sayDayInFull(at, zone, now)
}

/** Day and wall clock in `zone`, seen from `now`: `today 14:30 CT`, `Thu 26 Nov 8:00 CT`. */
export const sayMoment = (at: Instant, zone: ZoneId, now: Instant): string => `${sayDay(at, zone, now)} ${sayClockTime(at, zone)}`

/** A calendar day: `31 Dec 2026`. */
export const sayDate = (date: CalendarDate): string => {
  const day = Temporal.PlainDate.from(date)
  return `${dayAndMonth(day)} ${day.year}`
}

/** A span of minutes, rounded down: `12 min`, `1 h 5 min`, `3 h`, `2 days 4 h`. The sign is dropped. */
export const saySpan = (minutes: number): string => {
  const span = Temporal.Duration.from({ minutes: Math.floor(Math.abs(minutes)) }).round({ largestUnit: 'days', smallestUnit: 'minutes' })
  const days = span.days === 0 ? '' : `${span.days} ${span.days === 1 ? 'day' : 'days'}`
  const hours = span.hours === 0 ? '' : `${span.hours} h`
  const rest = span.days > 0 || (span.minutes === 0 && span.hours > 0) ? '' : `${span.minutes} min`
  return [days, hours, rest].filter((part) => part !== '').join(' ')
}
