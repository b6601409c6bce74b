import type { Instant } from '../calendar/time'
import { dutyOf } from './dutyAt'
import type { DutyEngineer } from './dutyEngineer'
import { rotaSegments } from './rotaSegments'
import type { Shift, ShiftRank } from './shift'
import type { UnreachableKind } from './unreachable'

/** Why nobody can be paged for a part of a gap, half-open. The clause goes on after a colon. */
export interface GapReason {
  readonly from: Instant
  readonly to: Instant
  readonly kind: UnreachableKind | 'noShift'
  /** The shift that names somebody whom no page reaches; null when there is none. */
  readonly shiftId: string | null
  readonly clause: string
}

/** A stretch in which a page to a rank reaches nobody, as long as it goes; half-open. */
export interface RotaGap {
  readonly from: Instant
  readonly to: Instant
  readonly rank: ShiftRank
  readonly reasons: readonly GapReason[]
}

/**
 * Every stretch between `from` and `to` in which a rank has no engineer whom a page can reach: no shift, or one that
 * names somebody unknown, inactive, without phone and e-mail, or never on call by rota (R5, R79, P35). Stretches that
 * touch are one gap, with a reason for each part.
 */
export const rotaGaps = (
  shifts: readonly Shift[],
  engineers: readonly DutyEngineer[],
  from: Instant,
  to: Instant,
  rank: ShiftRank = 'primary',
): readonly RotaGap[] => {
  const gaps: RotaGap[] = []
  for (const segment of rotaSegments(shifts, from, to, rank)) {
    const duty = dutyOf(segment.shift, engineers)
    if (duty.reachable) continue
    const reason = { from: segment.from, to: segment.to, kind: duty.kind, shiftId: duty.shift?.id ?? null, clause: duty.clause }
    const last = gaps.at(-1)
    if (last !== undefined && last.to === segment.from) gaps[gaps.length - 1] = { ...last, to: segment.to, reasons: [...last.reasons, reason] }
    else gaps.push({ from: segment.from, to: segment.to, rank, reasons: [reason] })
  }
  return gaps
}
