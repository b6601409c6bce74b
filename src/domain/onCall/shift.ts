import type { Instant } from '../calendar/time'

/** The rungs of the rota that a shift can hold (R64, R79). */
export const shiftRanks = ['primary', 'second'] as const
export type ShiftRank = (typeof shiftRanks)[number]

/** How a shift came about (R79): by the plan, as one engineer standing in, or as two exchanging shifts. */
export const shiftKinds = ['regular', 'override', 'swap'] as const
export type ShiftKind = (typeof shiftKinds)[number]

/** A stretch of the rota, half-open `[startsAt, endsAt)` (R79). */
export interface Shift {
  readonly id: string
  readonly rev: number
  readonly engineerId: string
  readonly rank: ShiftRank
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly kind: ShiftKind
  /**
   * The shift that a swap or an override takes hours of, and outside which it does not count. Null for regular
   * shifts, and for an override of hours in which nobody had duty.
   */
  readonly coversShiftId: string | null
  /** Why somebody else has the duty, in the words of whoever arranged it; empty for regular shifts. */
  readonly reason: string
}
