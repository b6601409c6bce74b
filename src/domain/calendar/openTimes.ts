import { compiledCalendar } from './compiledCalendar'
import type { Opening } from './monthOpenings'
import type { ServiceCalendar } from './serviceCalendar'
import { toInstant } from './time'
import type { Instant } from './time'

/**
 * The first opening that ends after `at`: the one that is on, or the next (R26). Throws when the policy's service
 * hours leave no opening within two years.
 */
export const openingFrom = (calendar: ServiceCalendar, at: Instant): Opening => compiledCalendar(calendar).openingFrom(at)

/** Whether the desk is open at `at`: `[8:00, 17:00)`, so 17:00:00 is closed (R26), and a holiday is closed (R27). */
export const isOpen = (calendar: ServiceCalendar, at: Instant): boolean => compiledCalendar(calendar).isOpen(at)

/** The next moment the desk is open: `at` itself when it is open (R26, R57). */
export const nextOpening = (calendar: ServiceCalendar, at: Instant): Instant => {
  const { from } = openingFrom(calendar, at)
  return from <= at ? at : from
}

/** When the opening that is on at `at` ends (R65); null when the desk is closed. */
export const closingAfter = (calendar: ServiceCalendar, at: Instant): Instant | null => {
  const { from, to } = openingFrom(calendar, at)
  return from <= at ? to : null
}

/** The holiday's name when `at` lies on one in the calendar's zone (R27), else null. */
export const holidayAt = (calendar: ServiceCalendar, at: Instant): string | null =>
  compiledCalendar(calendar).holidaysBetween(at, toInstant(at + 1))[0]?.name ?? null
