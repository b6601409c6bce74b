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

type CalendarsBySite = Map<ZoneId, ServiceCalendar>

const known = new WeakMap<CalendarPolicy['values'], CalendarsBySite>()

const calendarsOf = (values: CalendarPolicy['values']): CalendarsBySite => {
  let bySite = known.get(values)
  if (bySite === undefined) {
    bySite = new Map()
    known.set(values, bySite)
  }
  return bySite
}

/**
 * The calendar that counts for a site: its own wall clock, or the office's when the firm chose so (R25) or the
 * site lies outside the contiguous states (R29). The same policy record and zone give the same object.
 */
export const serviceCalendar = ({ values }: CalendarPolicy, siteZone: ZoneId): ServiceCalendar => {
  const bySite = calendarsOf(values)
  const found = bySite.get(siteZone)
  if (found !== undefined) return found
  const { officeZone, hoursFollow, serviceHours, holidays } = values
  const zone = hoursFollow === 'office' || isOutsideStatedArea(siteZone) ? officeZone : siteZone
  const calendar = bySite.get(zone) ?? { zone, intervals: serviceHours, holidays }
  bySite.set(zone, calendar).set(siteZone, calendar)
  return calendar
}
