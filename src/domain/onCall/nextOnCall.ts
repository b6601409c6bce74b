import type { Instant } from '../calendar/time'
import { rotaEnd } from './rotaEnd'
import { rotaSegments } from './rotaSegments'
import type { RotaSegment } from './rotaSegments'
import type { Shift, ShiftRank } from './shift'

/** A shift and when its engineer takes over. */
export interface NextOnCall {
  readonly shift: Shift
  readonly at: Instant
}

/** Who has duty and who is next, as a shift card shows it. */
export interface CurrentAndNext {
  /** Null in a gap. */
  readonly current: Shift | null
  /** Until when the current engineer has duty without a break, or when a gap ends; null when nobody follows. */
  readonly until: Instant | null
  readonly next: NextOnCall | null
}

const segmentsFrom = (shifts: readonly Shift[], at: Instant, rank: ShiftRank): readonly RotaSegment[] =>
  rotaSegments(shifts, at, rotaEnd(shifts, at), rank)

/** Who has duty at `at` in a rank, until when, and who is next and when (R79). Two shifts of one engineer on end are one duty. */
export const currentAndNext = (shifts: readonly Shift[], at: Instant, rank: ShiftRank = 'primary'): CurrentAndNext => {
  const segments = segmentsFrom(shifts, at, rank)
  const current = segments[0]?.shift ?? null
  const others = segments.filter(({ shift }) => shift?.engineerId !== current?.engineerId)
  const following = others.find(({ shift }) => shift !== null)
  const end = others[0]?.from ?? segments.at(-1)?.to ?? null
  return {
    current,
    until: current === null ? (following?.from ?? null) : end,
    next: following?.shift ? { shift: following.shift, at: following.from } : null,
  }
}

/** Who is next on call after whoever has duty at `at`, and when; null when no shift of anybody else is planned (R79). */
export const nextOnCall = (shifts: readonly Shift[], at: Instant, rank: ShiftRank = 'primary'): NextOnCall | null =>
  currentAndNext(shifts, at, rank).next
