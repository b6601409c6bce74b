import type { Instant } from '../calendar/time'

/** The promises that are measured (R57–R67). */
export type ClockKind = 'assignment' | 'callback' | 'answer'

/** A piece of the way from start to due, so that a screen can draw why a deadline is what it is. */
export interface ClockSegment {
  readonly from: Instant
  readonly to: Instant
  /** `counted` runs; `closed` is outside service hours; `holiday` is R27. */
  readonly kind: 'counted' | 'closed' | 'holiday'
}

/**
 * A promise at `now`. `running` counts, `paused` waits for the next opening (R65), `met` stopped in time,
 * `missed` stopped late. `remainingMinutes` is in `unit` and negative once overdue.
 */
export interface Clock {
  readonly kind: ClockKind
  readonly state: 'running' | 'paused' | 'met' | 'missed'
  readonly startedAt: Instant
  readonly due: Instant
  readonly stoppedAt: Instant | null
  readonly unit: 'business' | 'real'
  readonly allowedMinutes: number
  readonly remainingMinutes: number
  readonly breached: boolean
  /** The number is our reading, not the firm's words. */
  readonly houseTarget: boolean
  readonly rule: string
  readonly policyVersion: number
  readonly segments: readonly ClockSegment[]
}
