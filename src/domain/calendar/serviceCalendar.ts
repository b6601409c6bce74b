import type { PolicyValues, ServiceInterval } from '../policy/policy'
import { isOutsideStatedArea } from './contiguousZones'
import type { CalendarDate, ZoneId } from './time'

/** When the desk is open, by the wall clock of `zone` (R25–R29). Identity matters: openings are remembered per object. */
export interface ServiceCalendar {
  readonly zone: ZoneId
  readonly intervals: readonly ServiceInterval[]
  readonly holidays: readonly { readonly date: CalendarDate; readonly name: string }[]
}

/** What of the policy makes a calendar, so that a kept decision need not hold the whole record. */
export interface CalendarPolicy {
  readonly values: Pick<PolicyValues, 'officeZone' | 'hoursFollow' | 'serviceHours' | 'holidays'>
}

const known = new WeakMap<CalendarPolicy['values'], Map<ZoneId, ServiceCalendar>>()

/**
 * The calendar that counts for a site: its own wall clock, or the office's when the firm chose so (R25) or the
 * site lies outside the contiguous states (R29). The same policy record and zone give the same object.
 */
export const serviceCalendar = (policy: CalendarPolicy, siteZone: ZoneId): ServiceCalendar => {
  const { values } = policy
  const zone = values.hoursFollow === 'office' || isOutsideStatedArea(siteZone) ? values.officeZone : siteZone
  let byZone = known.get(values)
  if (byZone === undefined) {
    byZone = new Map()
    known.set(values, byZone)
  }
  let calendar = byZone.get(zone)
  if (calendar === undefined) {
    calendar = { zone, intervals: values.serviceHours, holidays: values.holidays }
    byZone.set(zone, calendar)
  }
  return calendar
}
