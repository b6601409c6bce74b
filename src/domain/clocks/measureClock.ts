import { addBusinessMinutes, businessMinutesBetween } from '../calendar/businessTime'
import type { Deadline } from '../calendar/businessTime'
import { isOpen, nextOpening } from '../calendar/openTimes'
import { serviceCalendar } from '../calendar/serviceCalendar'
import { addRealMinutes, realMinutesBetween } from '../calendar/time'
import type { Instant, ZoneId } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { Clock, ClockKind } from './clock'

/** A promise before it is measured. `allowedMinutes` is in `unit`. */
export interface Promised {
  readonly kind: ClockKind
  readonly from: Instant
  readonly stoppedAt: Instant | null
  readonly unit: Clock['unit']
  readonly allowedMinutes: number
  readonly houseTarget: boolean
  readonly rule: string
}

const stateOf = (stoppedAt: Instant | null, due: Instant, open: boolean): Clock['state'] => {
  if (stoppedAt !== null) return stoppedAt <= due ? 'met' : 'missed'
  return open ? 'running' : 'paused'
}

const realDeadline = (from: Instant, minutes: number): Deadline => {
  const due = addRealMinutes(from, minutes)
  return { due, segments: [{ from, to: due, kind: 'counted' }] }
}

/**
 * Measures a promise at `now` in the customer's service hours (R25, R57): a business promise made after hours
 * starts at the next opening and pauses while the desk is closed (R65); a real one runs around the clock (R64).
 * `segments` are gapless from the promise to its due time, so the wait before the first opening shows as well.
 */
export const measureClock = (promised: Promised, zone: ZoneId, policy: Policy, now: Instant): Clock => {
  const { kind, from, stoppedAt, unit, allowedMinutes, houseTarget, rule } = promised
  const until = stoppedAt ?? now
  const real = unit === 'real'
  const calendar = serviceCalendar(policy, zone)
  const deadline = real ? realDeadline(from, allowedMinutes) : addBusinessMinutes(calendar, from, allowedMinutes)
  const { due } = deadline
  // One literal, no spread: a queue of thousands makes these each tick, and a spread costs several times as much.
  return {
    kind,
    state: stateOf(stoppedAt, due, real || isOpen(calendar, now)),
    startedAt: real ? from : nextOpening(calendar, from),
    due,
    stoppedAt,
    unit,
    allowedMinutes,
    remainingMinutes: real ? realMinutesBetween(until, due) : businessMinutesBetween(calendar, until, due),
    breached: until > due,
    houseTarget,
    rule,
    policyVersion: policy.version,
    segments: deadline.segments,
  }
}
