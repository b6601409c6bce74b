import { toZone } from './time'
import type { ZoneId } from './time'

const zones = (...names: readonly string[]): readonly ZoneId[] => names.map(toZone)

const eastern = zones('America/New_York')
const central = zones('America/Chicago')
const mountain = zones('America/Denver')
const pacific = zones('America/Los_Angeles')
const centralMountain = zones('America/Chicago', 'America/Denver')

/**
 * The zones of the contiguous states and the District of Columbia by postal code, the most usual first (R25, R28).
 * Arizona keeps its own time, but the Navajo Nation changes its clocks as Denver does.
 */
export const stateZones: Readonly<Record<string, readonly ZoneId[]>> = {
  AL: central, AR: central, AZ: zones('America/Phoenix', 'America/Denver'), CA: pacific, CO: mountain, CT: eastern, DC: eastern, DE: eastern,
  FL: zones('America/New_York', 'America/Chicago'), GA: eastern, IA: central, ID: zones('America/Boise', 'America/Los_Angeles'), IL: central,
  IN: zones(
    'America/Indiana/Indianapolis', 'America/Chicago', 'America/Indiana/Knox', 'America/Indiana/Tell_City', 'America/Indiana/Vincennes',
    'America/Indiana/Winamac', 'America/Indiana/Petersburg', 'America/Indiana/Marengo', 'America/Indiana/Vevay', 'America/Kentucky/Louisville',
  ),
  KS: centralMountain, KY: zones('America/New_York', 'America/Chicago', 'America/Kentucky/Louisville', 'America/Kentucky/Monticello'), LA: central,
  MA: eastern, MD: eastern, ME: eastern, MI: zones('America/Detroit', 'America/Menominee'), MN: central, MO: central, MS: central, MT: mountain,
  NC: eastern,
  ND: zones('America/Chicago', 'America/Denver', 'America/North_Dakota/Center', 'America/North_Dakota/New_Salem', 'America/North_Dakota/Beulah'),
  NE: centralMountain, NH: eastern, NJ: eastern, NM: mountain, NV: zones('America/Los_Angeles', 'America/Denver'), NY: eastern, OH: eastern, OK: central,
  OR: zones('America/Los_Angeles', 'America/Boise'), PA: eastern, RI: eastern, SC: eastern, SD: centralMountain,
  TN: zones('America/Chicago', 'America/New_York'), TX: centralMountain, UT: mountain, VA: eastern, VT: eastern, WA: pacific, WI: central, WV: eastern,
  WY: mountain,
}

/** Whether the state alone does not say a site's zone, so that it has to be asked for (R28). False for what is no state. */
export const needsZonePerSite = (state: string): boolean => (stateZones[state]?.length ?? 0) > 1
