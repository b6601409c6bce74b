import { Temporal } from 'temporal-polyfill'
import { toInstant } from '../calendar/time'
import type { CalendarDate } from '../calendar/time'
import type { PolicyValues } from '../policy/policy'
import type { DutyEngineer } from './dutyEngineer'
import type { RotaChange } from './rotaChange'
import { shiftRanks } from './shift'
import type { Shift, ShiftRank } from './shift'
import { unreachable } from './unreachable'

/** What a rota is planned from. */
export interface RotaPlan {
  /** In the order of their turns; the first has the first shift. */
  readonly engineers: readonly DutyEngineer[]
  /** The first shift begins at the first hand-over on or after this day of the office. */
  readonly from: CalendarDate
  /** How many weeks to plan; the last shift may go beyond them. */
  readonly weeks: number
  readonly policy: { readonly values: Pick<PolicyValues, 'officeZone' | 'rotaHandOver' | 'rotaWeeks'> }
  /** Which ranks to plan; a second has the pager in the next shift as primary. Both unless said otherwise. */
  readonly ranks?: readonly ShiftRank[]
  /** The id of each new shift; `turn` counts from 0. */
  readonly idOf: (rank: ShiftRank, turn: number) => string
}

type Refusal = Extract<RotaChange<object>, { readonly ok: false }>

const refused = (sentence: string): Refusal => ({ ok: false, sentence })

const refusal = ({ engineers, weeks }: RotaPlan, ranks: readonly ShiftRank[]): Refusal | null => {
  if (!Number.isInteger(weeks) || weeks < 1) return refused('A rota is planned for one week or more: give a whole number of weeks.')
  if (engineers.length === 0) return refused('A rota needs at least one HelpDesk engineer: name who takes turns.')
  for (const engineer of engineers) {
    if (engineer.role !== 'helpdesk' && engineer.role !== 'installation') return refused(`HelpDesk engineers take turns on call (R2), and ${engineer.name} is none.`)
    const reason = unreachable(engineer)
    if (reason !== null) return refused(`The rota cannot name ${engineer.name}: ${reason.clause}.`)
  }
  const twice = engineers.find(({ id }, turn) => engineers[(turn + 1) % engineers.length]?.id === id)
  if (ranks.length > 1 && twice !== undefined) {
    return refused(`${twice.name} would be primary and second on call at once: name somebody else for the turn after, or plan the primary alone.`)
  }
  return null
}

/**
 * Plans regular shifts (R2, R79): engineers in turn, handed over by the office's wall clock every `rotaWeeks` weeks at
 * `rotaHandOver`, so that a week in which the clocks change has 167 or 169 hours. Each shift ends at the instant the next
 * begins. A hand-over that the clocks skip is that much later; one that comes twice is the first. Refused in words when
 * somebody may not or cannot be on call (R5, R82), or would be primary and second at once.
 */
export const planRota = (plan: RotaPlan): RotaChange<{ readonly shifts: readonly Shift[] }> => {
  const ranks = plan.ranks ?? shiftRanks
  const refusing = refusal(plan, ranks)
  if (refusing !== null) return refusing
  const { officeZone, rotaHandOver, rotaWeeks } = plan.policy.values
  const day = Temporal.PlainDate.from(plan.from)
  const first = day.add({ days: (rotaHandOver.weekday - day.dayOfWeek + 7) % 7 }).toPlainDateTime().add({ minutes: rotaHandOver.minute })
  const handOvers = Array.from({ length: Math.ceil(plan.weeks / rotaWeeks) + 1 }, (_, turn) =>
    toInstant(first.add({ weeks: turn * rotaWeeks }).toZonedDateTime(officeZone).epochMilliseconds),
  )
  const shifts = handOvers.slice(1).map((endsAt, turn) => {
    const hours = { startsAt: handOvers[turn] ?? endsAt, endsAt }
    return ranks.flatMap((rank) => {
      const engineer = plan.engineers[(turn + (rank === 'second' ? 1 : 0)) % plan.engineers.length]
      return engineer === undefined
        ? []
        : [{ id: plan.idOf(rank, turn), rev: 0, engineerId: engineer.id, rank, ...hours, kind: 'regular' as const, coversShiftId: null, reason: '' }]
    })
  })
  return { ok: true, shifts: shifts.flat() }
}
