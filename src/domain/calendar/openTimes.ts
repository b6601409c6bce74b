import { compiledCalendar } from './compiledCalendar'
import type { MonthOpenings, Opening } from './monthOpenings'
import { openingIndex } from './openingIndex'
import type { ServiceCalendar } from './serviceCalendar'
import type { Instant } from './time'

/** Two years without one open minute is no calendar: somebody emptied the service hours. */
const monthsToLook = 24

/**
 * The first opening that ends after `at`: the one that is on, or the next. Throws when the policy's service hours
 * leave no opening within two years.
 */
export const openingFrom = (calendar: ServiceCalendar, at: Instant): Opening => {
  const months = compiledCalendar(calendar)
  let month: MonthOpenings = months.monthAt(at)
  for (let looked = 0; looked < monthsToLook; looked += 1) {
    const opening = month.openings[openingIndex(month, at)]
    if (opening !== undefined) return opening
    month = months.monthAfter(month)
  }
  throw new RangeError(
    'The policy has no service hours within two years, so no deadline can be computed. An administrator has to set service hours in the policy.',
  )
}

/** Whether the desk is open at `at`: `[8:00, 17:00)`, so 17:00:00 is closed (R26), and a holiday is closed (R27). */
export const isOpen = (calendar: ServiceCalendar, at: Instant): boolean => {
  const month = compiledCalendar(calendar).monthAt(at)
  const opening = month.openings[openingIndex(month, at)]
  return opening !== undefined && opening.from <= at
}

/** The next moment the desk is open: `at` itself when it is open (R26, R57). */
export const nextOpening = (calendar: ServiceCalendar, at: Instant): Instant => {
  const opening = openingFrom(calendar, at)
  return opening.from <= at ? at : opening.from
}

/** When the opening that is on at `at` ends (R65); null when the desk is closed. */
export const closingAfter = (calendar: ServiceCalendar, at: Instant): Instant | null => {
  const opening = openingFrom(calendar, at)
  return opening.from <= at ? opening.to : null
}

/** The holiday's name when `at` lies on one in the calendar's zone (R27), else null. */
export const holidayAt = (calendar: ServiceCalendar, at: Instant): string | null =>
  compiledCalendar(calendar)
    .monthAt(at)
    .holidays.find((day) => day.from <= at && at < day.to)?.name ?? null
