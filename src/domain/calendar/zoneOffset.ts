import { Temporal } from 'temporal-polyfill'
import type { Instant, ZoneId } from './time'

const quarterHour = 15 * 60_000
const most = 20_000
const offsets = new Map<ZoneId, Map<number, number>>()

/**
 * Milliseconds that a zone's wall clock is ahead of UTC at an instant. Asking the zone database is slow and no zone
 * changes its clock inside a quarter of an hour, so each quarter is asked once; the memory of it is bounded.
 */
export const zoneOffset = (zone: ZoneId, at: Instant): number => {
  const quarter = Math.floor(at / quarterHour)
  let ofZone = offsets.get(zone)
  if (!ofZone) offsets.set(zone, (ofZone = new Map()))
  const found = ofZone.get(quarter)
  if (found !== undefined) return found
  if (ofZone.size >= most) ofZone.clear()
  const offset = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
  ofZone.set(quarter, offset)
  return offset
}
