import { Temporal } from 'temporal-polyfill'
import { businessMinutesBetween } from '../../domain/calendar/businessTime'
import type { ServiceCalendar } from '../../domain/calendar/serviceCalendar'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'
import type { DemoMoment } from './demoWorldShape'

/** The instant before `now` that a story's word means, in the ticket's own zone and service hours. Never after `now`. */
export const demoMoment = (moment: DemoMoment, calendar: ServiceCalendar, now: Instant): Instant => {
  if ('businessMinutesAgo' in moment) return businessMinutesBefore(calendar, now, moment.businessMinutesAgo)
  if ('businessHoursAgo' in moment) return businessMinutesBefore(calendar, now, moment.businessHoursAgo * 60)
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(calendar.zone).toPlainDate().subtract({ days: moment.nightsAgo })
  return day.toZonedDateTime({ timeZone: calendar.zone, plainTime: moment.at }).epochMilliseconds as Instant
}

/** The latest whole minute before `now` from which at least `minutes` service minutes lead to `now`. */
const businessMinutesBefore = (calendar: ServiceCalendar, now: Instant, minutes: number): Instant => {
  const enough = (back: number): boolean => businessMinutesBetween(calendar, addRealMinutes(now, -back), now) >= minutes
  let high = Math.max(1, Math.ceil(minutes))
  while (!enough(high)) high *= 2
  let low = 0
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle + 1
  }
  return addRealMinutes(now, -high)
}
