import { isOutsideStatedArea } from '../calendar/contiguousZones'
import { zoneLetters } from '../calendar/sayTime'
import type { Instant, ZoneId } from '../calendar/time'
import type { Policy } from '../policy/policy'

/**
 * The flag of a site outside the contiguous states (R29): the office's hours count for it, said with the office zone's
 * letters at `now`. Null inside the stated area.
 */
export const outsideAreaNotice = (zone: ZoneId, policy: Policy, now: Instant): string | null =>
  isOutsideStatedArea(zone)
    ? `Outside the stated area: this site (${zone}) lies outside the contiguous states, so the office’s hours (${zoneLetters(policy.values.officeZone, now)}) count.`
    : null
