import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, Instant, ZoneId } from '../../domain/calendar/time'
import type { DemoDay } from './demoWorldShape'

/** The calendar day, in the office zone, that a contract's told day means at `now`. */
export const demoDate = (day: DemoDay, now: Instant, officeZone: ZoneId): CalendarDate => {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(officeZone).toPlainDate()
  if (typeof day === 'object') return today.add({ days: day.days }).toString() as CalendarDate
  switch (day) {
    case 'endOfWeek':
      return today.add({ days: 7 - today.dayOfWeek }).toString() as CalendarDate
    case 'endOfYear':
      return today.with({ month: 12, day: 31 }).toString() as CalendarDate
    case 'endOfNextYear':
      return today.add({ years: 1 }).with({ month: 12, day: 31 }).toString() as CalendarDate
    default:
      return day satisfies never
  }
}
