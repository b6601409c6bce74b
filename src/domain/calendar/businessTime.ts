import type { ClockSegment } from '../clocks/clock'
import { compiledCalendar } from './compiledCalendar'
import { gapSegments } from './gapSegments'
import type { MonthOpenings } from './monthOpenings'
import { openingFrom } from './openTimes'
import { openingIndex } from './openingIndex'
import type { ServiceCalendar } from './serviceCalendar'
import { toInstant } from './time'
import type { BusinessMinutes, Instant } from './time'

const millisecondsPerMinute = 60_000

/** A queue of this many open tickets still finds its deadlines remembered from tick to tick. */
const rememberedDeadlines = 20_000

const openBefore = (month: MonthOpenings, at: Instant): number => {
  const index = openingIndex(month, at)
  const opening = month.openings[index]
  return (month.before[index] ?? 0) + (opening === undefined ? 0 : Math.max(0, at - opening.from))
}

/** Business minutes from `from` to `to` (R25–R28); fractions of a minute count. Negative when `to` is earlier. */
export const businessMinutesBetween = (calendar: ServiceCalendar, from: Instant, to: Instant): BusinessMinutes => {
  if (to < from) return (0 - businessMinutesBetween(calendar, to, from)) as BusinessMinutes
  const months = compiledCalendar(calendar)
  let month = months.monthAt(from)
  let open = -openBefore(month, from)
  while (to >= month.to) {
    open += month.before.at(-1) ?? 0
    month = months.monthAfter(month)
  }
  return ((open + openBefore(month, to)) / millisecondsPerMinute) as BusinessMinutes
}

/** A deadline and the way to it: `segments` are gapless from the start to `due`. */
export interface Deadline {
  readonly due: Instant
  readonly segments: readonly ClockSegment[]
}

const computeDeadline = (calendar: ServiceCalendar, from: Instant, minutes: number): Deadline => {
  const segments: ClockSegment[] = []
  let left = Math.round(minutes * millisecondsPerMinute)
  let at = from
  while (left > 0) {
    const opening = openingFrom(calendar, at)
    if (opening.from > at) {
      segments.push(...gapSegments(calendar, at, opening.from))
      at = opening.from
    }
    const until = toInstant(Math.min(opening.to, at + left))
    segments.push({ from: at, to: until, kind: 'counted' })
    left -= until - at
    at = until
  }
  return { due: at, segments }
}

const deadlines = new WeakMap<ServiceCalendar, Map<number, Map<Instant, Deadline>>>()

/**
 * The earliest instant at which `minutes` business minutes have passed since `from`, and the segments from `from`
 * to it. Minutes that end exactly at closing time are due at closing time, not at the next opening. Throws on
 * negative or infinite minutes, and when the policy has no service hours.
 */
export const addBusinessMinutes = (calendar: ServiceCalendar, from: Instant, minutes: number): Deadline => {
  if (!Number.isFinite(minutes) || minutes < 0) {
    throw new RangeError(`A deadline needs zero or more business minutes, not ${minutes}. Correct the number in the policy.`)
  }
  let byMinutes = deadlines.get(calendar)
  if (byMinutes === undefined) {
    byMinutes = new Map()
    deadlines.set(calendar, byMinutes)
  }
  let byStart = byMinutes.get(minutes)
  if (byStart === undefined) {
    byStart = new Map()
    byMinutes.set(minutes, byStart)
  }
  const known = byStart.get(from)
  if (known !== undefined) return known
  if (byStart.size >= rememberedDeadlines) byStart.clear()
  const deadline = computeDeadline(calendar, from, minutes)
  byStart.set(from, deadline)
  return deadline
}
