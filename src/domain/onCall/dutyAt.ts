import type { Instant } from '../calendar/time'
import type { DutyEngineer } from './dutyEngineer'
import { onCallAt } from './onCallAt'
import type { Shift, ShiftRank } from './shift'
import { unreachable } from './unreachable'
import type { UnreachableKind } from './unreachable'

/** Who has duty and can be paged, or why nobody can. An engineer whom a page cannot reach is never an answer (P35). */
export type Duty =
  | { readonly reachable: true; readonly shift: Shift; readonly engineer: DutyEngineer }
  | { readonly reachable: false; readonly shift: Shift | null; readonly kind: UnreachableKind | 'noShift'; readonly clause: string }

/** What duty a shift comes to: its engineer when a page can get there, else why not (R5, R79, P35). Null is no shift. */
export const dutyOf = (shift: Shift | null, engineers: readonly DutyEngineer[]): Duty => {
  if (shift === null) return { reachable: false, shift, kind: 'noShift', clause: 'no shift is planned' }
  const engineer = engineers.find(({ id }) => id === shift.engineerId)
  const reason = unreachable(engineer)
  if (engineer === undefined || reason !== null) {
    return { reachable: false, shift, ...(reason ?? { kind: 'unknownEngineer', clause: '' }) }
  }
  return { reachable: true, shift, engineer }
}

/** Who has duty at `at` in a rank and can be paged, or why nobody can (R79, P35). */
export const dutyAt = (shifts: readonly Shift[], engineers: readonly DutyEngineer[], at: Instant, rank: ShiftRank = 'primary'): Duty =>
  dutyOf(onCallAt(shifts, at, rank), engineers)
