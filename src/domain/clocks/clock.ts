import type { TimeSegment } from '../calendar/segmentsBetween'
import type { Instant } from '../calendar/time'

/** The promises that are measured (R32, R57–R67). */
export type ClockKind = 'assignment' | 'callback' | 'answer' | 'access' | 'followUp'

/**
 * A promise at `now`, always computed anew from facts. `running` counts, `paused` waits for the next opening (R65),
 * `met` stopped in time, `missed` stopped late.
 */
export interface Clock {
  readonly kind: ClockKind
  readonly state: 'running' | 'paused' | 'met' | 'missed'
  /** When it begins to count: the promise itself, or the opening after it (R57). */
  readonly startedAt: Instant
  readonly due: Instant
  readonly stoppedAt: Instant | null
  /** Of `allowedMinutes` and `remainingMinutes`: in service hours of the customer's calendar, or around the clock. */
  readonly unit: 'business' | 'real'
  readonly allowedMinutes: number
  /** Negative once overdue. */
  readonly remainingMinutes: number
  readonly breached: boolean
  /** The number is our reading, not the firm's words. */
  readonly houseTarget: boolean
  readonly rule: string
  readonly policyVersion: number
  /** The way from the promise to `due`, gapless, so that a screen can draw why it is due then. Computed when asked for. */
  readonly segments: readonly TimeSegment[]
}
