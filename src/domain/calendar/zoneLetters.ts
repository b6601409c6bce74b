import { contiguousZones } from './contiguousZones'
import type { Instant, ZoneId } from './time'

const spoken = new Map<string, string>([
  ['America/Anchorage', 'AKT'], ['America/Juneau', 'AKT'], ['America/Sitka', 'AKT'], ['America/Nome', 'AKT'],
  ['America/Yakutat', 'AKT'], ['America/Metlakatla', 'AKT'], ['Pacific/Honolulu', 'HT'],
])

const family: Readonly<Record<string, string>> = { EST: 'ET', EDT: 'ET', CST: 'CT', CDT: 'CT', MST: 'MT', MDT: 'MT', PST: 'PT', PDT: 'PT' }
const arizona: ReadonlySet<string> = new Set(['America/Phoenix', 'US/Arizona'])
const contiguous: ReadonlySet<string> = new Set(contiguousZones)
/** Letters of the contiguous zones, which are the same all year. */
const letters = new Map<string, string>()
const formats = new Map<string, Intl.DateTimeFormat>()

const shortName = (zone: ZoneId, at: Instant): string => {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
    formats.set(zone, format)
  }
  return format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/**
 * How people say a zone: ET, CT, MT, PT, AKT, HT; else its short name at that moment. Arizona keeps MST, because
 * MT would be an hour off all summer (R28).
 */
export const zoneLetters = (zone: ZoneId, at: Instant): string => {
  const known = spoken.get(zone) ?? letters.get(zone)
  if (known !== undefined) return known
  const name = shortName(zone, at)
  if (!contiguous.has(zone)) return name
  const said = arizona.has(zone) ? name : (family[name] ?? name)
  letters.set(zone, said)
  return said
}
