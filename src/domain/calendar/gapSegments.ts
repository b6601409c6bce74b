import type { ClockSegment } from '../clocks/clock'
import { compiledCalendar } from './compiledCalendar'
import type { HolidayDay } from './monthOpenings'
import type { ServiceCalendar } from './serviceCalendar'
import { toInstant } from './time'
import type { Instant } from './time'

const holidaysBetween = (calendar: ServiceCalendar, from: Instant, to: Instant): readonly HolidayDay[] => {
  const months = compiledCalendar(calendar)
  let month = months.monthAt(from)
  const found = [...month.holidays]
  while (month.to < to) {
    month = months.monthAfter(month)
    found.push(...month.holidays)
  }
  return found.filter((day) => day.to > from && day.from < to)
}

/** Explains a stretch in which the desk is shut, split into holidays (R27) and plainly closed hours. Half-open. */
export const gapSegments = (calendar: ServiceCalendar, from: Instant, to: Instant): readonly ClockSegment[] => {
  const segments: ClockSegment[] = []
  let at = from
  for (const day of holidaysBetween(calendar, from, to)) {
    const start = toInstant(Math.max(at, day.from))
    const end = toInstant(Math.min(to, day.to))
    if (start > at) segments.push({ from: at, to: start, kind: 'closed' })
    segments.push({ from: start, to: end, kind: 'holiday' })
    at = end
  }
  if (at < to) segments.push({ from: at, to, kind: 'closed' })
  return segments
}
