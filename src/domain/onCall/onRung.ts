import type { Instant } from '../calendar/time'
import { dutyAt } from './dutyAt'
import type { DutyEngineer } from './dutyEngineer'
import type { LadderRung } from './ladderStep'
import type { Shift } from './shift'
import { outOfReach } from './unreachable'

/** Where the people of a ladder are looked up. */
export interface LadderPeople {
  readonly shifts: readonly Shift[]
  readonly engineers: readonly DutyEngineer[]
  /** The engineer whom a standby booking names (R81), else null. */
  readonly standbyEngineerId: string | null
}

/** Those on a rung at a moment, or a clause that says why there is nobody. */
export interface OnRung {
  readonly people: readonly DutyEngineer[]
  readonly clause: string
}

const booked = ({ engineers, standbyEngineerId }: LadderPeople): OnRung => {
  const engineer = engineers.find(({ id }) => id === standbyEngineerId)
  if (engineer === undefined) return { people: [], clause: 'the booking names nobody who is on file' }
  const reason = outOfReach(engineer)
  return reason === null ? { people: [engineer], clause: '' } : { people: [], clause: reason.clause }
}

/** Who is on a rung at `at`, as the rota then is, and can be reached (R64, R81, P35). */
export const onRung = (rung: LadderRung, at: Instant, from: LadderPeople): OnRung => {
  switch (rung) {
    case 'staffedQueue':
    case 'exhausted':
      return { people: [], clause: '' }
    case 'standbyEngineer':
      return booked(from)
    case 'primary':
    case 'second': {
      const duty = dutyAt(from.shifts, from.engineers, at, rung)
      return duty.reachable ? { people: [duty.engineer], clause: '' } : { people: [], clause: duty.clause }
    }
    case 'supportManager': {
      const managers = from.engineers.filter((engineer) => engineer.role === 'supportManager' && outOfReach(engineer) === null)
      return { people: managers.toSorted((a, b) => (a.id < b.id ? -1 : 1)), clause: 'no support manager is on file who can be reached' }
    }
    default:
      return rung satisfies never
  }
}
