import { compiledCalendar } from './compiledCalendar'
import type { ServiceCalendar } from './serviceCalendar'
import type { BusinessMinutes, Instant } from './time'

const millisecondsPerMinute = 60_000

/** Business minutes from `from` to `to` (R25–R28); fractions of a minute count. Negative when `to` is earlier. */
export const businessMinutesBetween = (calendar: ServiceCalendar, from: Instant, to: Instant): BusinessMinutes => {
  const months = compiledCalendar(calendar)
  return ((months.openUntil(to) - months.openUntil(from)) / millisecondsPerMinute) as BusinessMinutes
}

/**
 * The earliest instant at which `minutes` business minutes have passed since `from` (R25–R28). Minutes that end
 * exactly at closing time are due at closing time, not at the next opening. Throws on negative or infinite minutes,
 * and when the policy has no service hours.
 */
export const addBusinessMinutes = (calendar: ServiceCalendar, from: Instant, minutes: number): Instant => {
  if (!Number.isFinite(minutes) || minutes < 0) {
    throw new RangeError(`A deadline needs zero or more business minutes, not ${minutes}. Correct the number in the policy.`)
  }
  const milliseconds = Math.round(minutes * millisecondsPerMinute)
  if (milliseconds === 0) return from
  const months = compiledCalendar(calendar)
  return months.reaching(months.openUntil(from) + milliseconds, from)
}
