import { addBusinessMinutes, businessMinutesBetween } from '../calendar/businessTime'
import { isOpen, nextOpening } from '../calendar/openTimes'
import { serviceCalendar } from '../calendar/serviceCalendar'
import { addRealMinutes, realMinutesBetween } from '../calendar/time'
import type { Instant, ZoneId } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { Clock, ClockKind, ClockSegment } from './clock'

/** What a clock is measured from: when it began, when it stopped, how long is allowed and in which minutes. */
export interface ClockTerms {
  readonly kind: ClockKind
  readonly startedAt: Instant
  readonly stoppedAt: Instant | null
  readonly unit: 'business' | 'real'
  readonly allowedMinutes: number
  readonly houseTarget: boolean
  readonly rule: string
  readonly zone: ZoneId
}

interface Way {
  readonly due: Instant
  readonly segments: readonly ClockSegment[]
}

const ways = new WeakMap<object, Map<string, Way>>()
const mostWays = 50_000

const wayOf = (terms: ClockTerms, policy: Policy): Way => {
  if (terms.unit === 'real') {
    const due = addRealMinutes(terms.startedAt, terms.allowedMinutes)
    return { due, segments: [{ kind: 'counted', from: terms.startedAt, to: due }] }
  }
  const calendar = serviceCalendar(policy, terms.zone)
  let known = ways.get(calendar)
  if (!known) ways.set(calendar, (known = new Map()))
  const key = `${terms.startedAt}:${terms.allowedMinutes}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= mostWays) known.clear()
  const way = addBusinessMinutes(calendar, terms.startedAt, terms.allowedMinutes)
  known.set(key, way)
  return way
}

/** Reads a clock at `now` from its terms (R57–R67): due, what is left in its own minutes, and the segments of the way. */
export const measureClock = (terms: ClockTerms, policy: Policy, now: Instant): Clock => {
  const { due, segments } = wayOf(terms, policy)
  const until = terms.stoppedAt ?? now
  const calendar = serviceCalendar(policy, terms.zone)
  const remainingMinutes =
    terms.unit === 'real' ? realMinutesBetween(until, due) : businessMinutesBetween(calendar, until, due)
  const breached = until > due
  const running = terms.unit === 'real' || isOpen(calendar, now)
  return {
    kind: terms.kind,
    state: terms.stoppedAt !== null ? (breached ? 'missed' : 'met') : running ? 'running' : 'paused',
    startedAt: terms.startedAt,
    due,
    stoppedAt: terms.stoppedAt,
    unit: terms.unit,
    allowedMinutes: terms.allowedMinutes,
    remainingMinutes,
    breached,
    houseTarget: terms.houseTarget,
    rule: terms.rule,
    policyVersion: policy.version,
    segments,
  }
}

/** When a paused clock of a zone goes on: the next opening at or after `now`. */
export const resumesAt = (policy: Policy, zone: ZoneId, now: Instant): Instant => nextOpening(serviceCalendar(policy, zone), now)
