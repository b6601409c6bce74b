import type { Instant } from '../calendar/time'

/** A stretch of the rota, half-open `[startsAt, endsAt)` (R79). */
export interface Shift {
  readonly id: string
  readonly rev: number
  readonly engineerId: string
  readonly rank: 'primary' | 'second'
  readonly startsAt: Instant
  readonly endsAt: Instant
}
