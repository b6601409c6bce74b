import type { ZoneId } from './time'

/** Zones of the contiguous U.S. states, with the names that older systems still send (R25, R28). */
const contiguous: ReadonlySet<string> = new Set([
  'America/New_York', 'America/Detroit', 'America/Kentucky/Louisville', 'America/Kentucky/Monticello', 'America/Louisville',
  'America/Indiana/Indianapolis', 'America/Indiana/Vincennes', 'America/Indiana/Winamac', 'America/Indiana/Marengo',
  'America/Indiana/Petersburg', 'America/Indiana/Vevay', 'America/Indiana/Tell_City', 'America/Indiana/Knox',
  'America/Indianapolis', 'America/Fort_Wayne', 'America/Knox_IN', 'America/Chicago', 'America/Menominee',
  'America/North_Dakota/Center', 'America/North_Dakota/New_Salem', 'America/North_Dakota/Beulah',
  'America/Denver', 'America/Shiprock', 'America/Boise', 'America/Phoenix', 'America/Los_Angeles',
  'US/Eastern', 'US/East-Indiana', 'US/Michigan', 'US/Indiana-Starke', 'US/Central', 'US/Mountain', 'US/Arizona', 'US/Pacific',
])

/** Whether a site in `zone` is outside the stated service area and so follows the office's hours (R29). */
export const isOutsideStatedArea = (zone: ZoneId): boolean => !contiguous.has(zone)

/** Every contiguous zone, for whoever has to offer or sample them. */
export const contiguousZones: readonly ZoneId[] = [...contiguous].map((name) => name as ZoneId)
