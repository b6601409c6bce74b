import { addBusinessMinutes, businessMinutesBetween } from '../calendar/businessTime'
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

/**
 * Measures a promise at `now` in the customer's service hours (R25, R57): a business promise made after hours
 * starts at the next opening and pauses while the desk is closed (R65); a real one runs around the clock (R64).
 * `segments` are gapless from the promise to its due time, so the wait before the first opening shows as well.
 */
export const measureClock = (promised: Promised, zone: ZoneId, policy: Policy, now: Instant): Clock => {
  const { kind, from, stoppedAt, unit, allowedMinutes, houseTarget, rule } = promised
  const until = stoppedAt ?? now
  const common = { kind, stoppedAt, unit, allowedMinutes, houseTarget, rule, policyVersion: policy.version }
  if (unit === 'real') {
    const due = addRealMinutes(from, allowedMinutes)
    return {
      ...common,
      state: stateOf(stoppedAt, due, true),
      startedAt: from,
      due,
      remainingMinutes: realMinutesBetween(until, due),
      breached: until > due,
      segments: [{ from, to: due, kind: 'counted' }],
    }
  }
  const calendar = serviceCalendar(policy, zone)
  const { due, segments } = addBusinessMinutes(calendar, from, allowedMinutes)
  return {
    ...common,
    state: stateOf(stoppedAt, due, isOpen(calendar, now)),
    startedAt: nextOpening(calendar, from),
    due,
    remainingMinutes: businessMinutesBetween(calendar, until, due),
    breached: until > due,
    segments,
  }
}
