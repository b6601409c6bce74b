import { Temporal } from 'temporal-polyfill'
import { toInstant } from './time'
import type { Instant, ZoneId } from './time'

/** A change of a zone's clocks (R28). `shiftMinutes` is +60 when an hour is skipped, −60 when one comes twice. */
export interface ClockChange {
  readonly at: Instant
  readonly shiftMinutes: number
}

/** A stretch in which a zone's clocks stay as they are, half-open. `offset` is local time minus UTC, milliseconds. */
interface OffsetPeriod {
  readonly from: number
  readonly to: number
  readonly offset: number
}

/** More than two changes a year for a century; a bound on memory whatever instants come in. */
const rememberedPeriods = 256

const periods = new Map<ZoneId, OffsetPeriod[]>()

const toMilliseconds = (change: Temporal.ZonedDateTime | null, otherwise: number): number => change?.epochMilliseconds ?? otherwise

const readPeriod = (zone: ZoneId, at: Instant): OffsetPeriod => {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return {
    // The change at `at` itself belongs to the period that it begins.
    from: toMilliseconds(moment.add({ milliseconds: 1 }).getTimeZoneTransition('previous'), Number.NEGATIVE_INFINITY),
    to: toMilliseconds(moment.getTimeZoneTransition('next'), Number.POSITIVE_INFINITY),
    offset: moment.offsetNanoseconds / 1_000_000,
  }
}

const periodAt = (zone: ZoneId, at: Instant): OffsetPeriod => {
  let known = periods.get(zone)
  if (known === undefined) {
    known = []
    periods.set(zone, known)
  }
  for (const period of known) if (at >= period.from && at < period.to) return period
  if (known.length >= rememberedPeriods) known.length = 0
  const period = readPeriod(zone, at)
  // The latest asked for is the likeliest to be asked for again.
  known.unshift(period)
  return period
}

/** Local time minus UTC in `zone` at `at`, in milliseconds, by the library's zone data; remembered per period. */
export const zoneOffset = (zone: ZoneId, at: Instant): number => periodAt(zone, at).offset

/** The changes of the clocks of `zone` in `[from, to)`, oldest first (R28). */
export const clockChanges = (zone: ZoneId, from: Instant, to: Instant): readonly ClockChange[] => {
  const changes: ClockChange[] = []
  let period = periodAt(zone, toInstant(from - 1))
  while (period.to < to) {
    const next = periodAt(zone, toInstant(period.to))
    changes.push({ at: toInstant(period.to), shiftMinutes: (next.offset - period.offset) / 60_000 })
    period = next
  }
  return changes
}
