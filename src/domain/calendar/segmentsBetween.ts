import { compiledCalendar } from './compiledCalendar'
import type { ServiceCalendar } from './serviceCalendar'
import { toInstant } from './time'
import type { Instant, ZoneId } from './time'
import { clockChanges } from './zoneOffset'

/** A piece of the way from a promise to its due time, half-open, so that a screen can draw why it is due then. */
export type TimeSegment =
  | { readonly kind: 'counted' | 'closed'; readonly from: Instant; readonly to: Instant }
  /** R27, with the holiday's name. */
  | { readonly kind: 'holiday'; readonly from: Instant; readonly to: Instant; readonly name: string }
  /**
   * R28: the clocks change here. It has no length, because no time is lost or won; `shiftMinutes` is +60 when an
   * hour is skipped and −60 when one comes twice.
   */
  | { readonly kind: 'dst'; readonly from: Instant; readonly to: Instant; readonly shiftMinutes: number }

/** Cuts segments at the changes of the clocks and marks each change. */
const markClockChanges = (segments: readonly TimeSegment[], zone: ZoneId, from: Instant, to: Instant): readonly TimeSegment[] => {
  const changes = clockChanges(zone, from, to)
  if (changes.length === 0) return segments
  return segments.flatMap((segment) => {
    const pieces: TimeSegment[] = []
    let at = segment.from
    for (const change of changes) {
      if (change.at < segment.from || change.at >= segment.to) continue
      if (change.at > at) pieces.push({ ...segment, from: at, to: change.at })
      pieces.push({ kind: 'dst', from: change.at, to: change.at, shiftMinutes: change.shiftMinutes })
      at = change.at
    }
    return at === segment.from && pieces.length === 0 ? [segment] : [...pieces, { ...segment, from: at, to: segment.to }]
  })
}

const explainGap = (calendar: ServiceCalendar, from: Instant, to: Instant): readonly TimeSegment[] => {
  const segments: TimeSegment[] = []
  let at = from
  for (const day of compiledCalendar(calendar).holidaysBetween(from, to)) {
    const start = toInstant(Math.max(at, day.from))
    const end = toInstant(Math.min(to, day.to))
    if (start > at) segments.push({ kind: 'closed', from: at, to: start })
    segments.push({ kind: 'holiday', from: start, to: end, name: day.name })
    at = end
  }
  if (at < to) segments.push({ kind: 'closed', from: at, to })
  return segments
}

/**
 * The way from `from` to `to` through a calendar (R25–R28): what counts, what is closed, which holiday it is and
 * where the clocks change. Gapless and in order; empty when `to` is not later.
 */
export const segmentsBetween = (calendar: ServiceCalendar, from: Instant, to: Instant): readonly TimeSegment[] => {
  const months = compiledCalendar(calendar)
  const segments: TimeSegment[] = []
  let at = from
  while (at < to) {
    const opening = months.openingFrom(at)
    if (opening.from > at) {
      const until = toInstant(Math.min(opening.from, to))
      segments.push(...explainGap(calendar, at, until))
      at = until
    } else {
      const until = toInstant(Math.min(opening.to, to))
      segments.push({ kind: 'counted', from: at, to: until })
      at = until
    }
  }
  return markClockChanges(segments, calendar.zone, from, to)
}

/** The same for a promise in real minutes (R64): everything counts, and the clocks may still change on the way. */
export const realSegments = (zone: ZoneId, from: Instant, to: Instant): readonly TimeSegment[] =>
  to > from ? markClockChanges([{ kind: 'counted', from, to }], zone, from, to) : []
