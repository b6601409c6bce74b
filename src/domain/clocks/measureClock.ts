import { addBusinessMinutes, businessMinutesBetween } from '../calendar/businessTime'
import { isOpen, nextOpening } from '../calendar/openTimes'
import { realSegments, segmentsBetween } from '../calendar/segmentsBetween'
import type { TimeSegment } from '../calendar/segmentsBetween'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { ServiceCalendar } from '../calendar/serviceCalendar'
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
  /** Set when the promise names its moment instead of a span; then `allowedMinutes` follows from it. */
  readonly due: Instant | null
  readonly houseTarget: boolean
  readonly rule: string
}

/** When a promise is due, in the service hours of `calendar` unless it runs in real minutes (R57, R64). */
export const dueOf = ({ due, unit, from, allowedMinutes }: Promised, calendar: ServiceCalendar): Instant =>
  due ?? (unit === 'real' ? addRealMinutes(from, allowedMinutes) : addBusinessMinutes(calendar, from, allowedMinutes))

/** A class for its lazy `segments`: a queue of thousands makes one of these a row each tick, and draws few. */
class MeasuredClock implements Clock {
  readonly kind: ClockKind
  readonly state: Clock['state']
  readonly due: Instant
  readonly stoppedAt: Instant | null
  readonly unit: Clock['unit']
  readonly allowedMinutes: number
  readonly remainingMinutes: number
  readonly breached: boolean
  readonly houseTarget: boolean
  readonly rule: string
  readonly policyVersion: number
  private readonly from: Instant
  private readonly calendar: ServiceCalendar

  constructor(promised: Promised, calendar: ServiceCalendar, policyVersion: number, now: Instant) {
    const { from, stoppedAt, unit, allowedMinutes } = promised
    const real = unit === 'real'
    const due = dueOf(promised, calendar)
    const until = stoppedAt ?? now
    this.kind = promised.kind
    this.state = stoppedAt === null ? (real || isOpen(calendar, now) ? 'running' : 'paused') : stoppedAt <= due ? 'met' : 'missed'
    this.due = due
    this.stoppedAt = stoppedAt
    this.unit = unit
    this.allowedMinutes = allowedMinutes
    this.remainingMinutes = real ? realMinutesBetween(until, due) : businessMinutesBetween(calendar, until, due)
    this.breached = until > due
    this.houseTarget = promised.houseTarget
    this.rule = promised.rule
    this.policyVersion = policyVersion
    this.from = from
    this.calendar = calendar
  }

  get startedAt(): Instant {
    return this.unit === 'real' ? this.from : nextOpening(this.calendar, this.from)
  }

  get segments(): readonly TimeSegment[] {
    return this.unit === 'real' ? realSegments(this.calendar.zone, this.from, this.due) : segmentsBetween(this.calendar, this.from, this.due)
  }
}

/**
 * Measures a promise at `now` in the customer's service hours (R25, R57): a business promise made after hours
 * starts at the next opening and pauses while the desk is closed (R65); a real one runs around the clock (R64).
 * `segments` are gapless from the promise to its due time, so the wait before the first opening shows as well.
 */
export const measureClock = (promised: Promised, zone: ZoneId, policy: Policy, now: Instant): Clock =>
  new MeasuredClock(promised, serviceCalendar(policy, zone), policy.version, now)
