import type { Instant } from '../calendar/time'
import type { DutyEngineer } from './dutyEngineer'
import { ladderPlan, resumePlan } from './ladderPlan'
import type { LadderPage, LadderPolicy, PlannedRung } from './ladderPlan'
import type { LadderRung, LadderStep, PagingLadder } from './ladderStep'
import { onRung } from './onRung'
import type { LadderPeople, OnRung } from './onRung'
import { sayStep } from './sayStep'
import type { Shift } from './shift'

/** All that a ladder rests on. */
export interface LadderFacts {
  readonly page: LadderPage
  readonly shifts: readonly Shift[]
  readonly engineers: readonly DutyEngineer[]
  readonly policy: { readonly values: LadderPolicy }
  /** When the pager came back after it was away, else null (P33). */
  readonly resumedAt: Instant | null
}

const rules: Readonly<Record<LadderRung, string>> = {
  staffedQueue: 'R80',
  standbyEngineer: 'R81',
  primary: 'R79',
  second: 'R64',
  supportManager: 'R64',
  exhausted: 'P35',
}

const asked = (steps: readonly LadderStep[]): ReadonlySet<string> => new Set(steps.flatMap(({ engineerIds }) => engineerIds))

/** The rungs that may take a planned one's time: itself, those after it, and last those before it, whose duty may have changed hands. */
const candidates = (plan: readonly PlannedRung[], index: number): readonly LadderRung[] => {
  const rungs = [...plan.slice(index), ...plan.slice(0, index)].map(({ rung }) => rung)
  return rungs.filter((rung) => rung !== 'staffedQueue' && rung !== 'exhausted')
}

const everybody = (at: Instant, from: LadderPeople): readonly DutyEngineer[] => {
  const found = (['standbyEngineer', 'primary', 'second', 'supportManager'] as const).flatMap((rung) => onRung(rung, at, from).people)
  return [...new Map(found.map((engineer) => [engineer.id, engineer])).values()]
}

/**
 * The steps of a page, each for whoever is on duty at its moment, also when the rota is handed over in between (R64,
 * R79–R81). A rung with nobody who can be reached, or with nobody who has not been asked yet, gives its time to the next
 * one at once. The last step is loud: everybody who can be reached once more, or nobody, said plainly (P27, P35). No step
 * at or after the acknowledgement (P29).
 */
export const pagingLadder = ({ page, shifts, engineers, policy, resumedAt }: LadderFacts): PagingLadder => {
  const { acknowledgedAt } = page
  const from: LadderPeople = { shifts, engineers, standbyEngineerId: page.firstTo === 'standbyEngineer' ? page.engineerId : null }
  const whole = ladderPlan(page, policy.values)
  const plan = resumedAt === null ? whole : resumePlan(whole, resumedAt)
  const steps: LadderStep[] = []
  for (const [index, { rung, at }] of plan.entries()) {
    if (acknowledgedAt !== null && at >= acknowledgedAt) break
    const step = takeStep(rung, at, candidates(plan, index), steps, from, policy.values)
    steps.push(step)
    if (step.to === 'exhausted') break
  }
  return { acknowledgedAt, steps }
}

const takeStep = (
  rung: LadderRung,
  at: Instant,
  mayTake: readonly LadderRung[],
  before: readonly LadderStep[],
  from: LadderPeople,
  policy: LadderPolicy,
): LadderStep => {
  const known = asked(before)
  const step = (to: LadderRung, people: readonly DutyEngineer[], passed: readonly { readonly rung: LadderRung; readonly clause: string }[]): LadderStep => ({
    at,
    to,
    engineerIds: people.map(({ id }) => id),
    rule: rules[to],
    sentence: sayStep({ at, to, people, passed, unanswered: before.length > 0 }, policy.officeZone),
  })
  if (rung === 'staffedQueue') return step(rung, [], [])
  if (rung === 'exhausted') return step(rung, everybody(at, from), [])
  const passed: { readonly rung: LadderRung; readonly clause: string }[] = []
  for (const candidate of mayTake) {
    const found: OnRung = onRung(candidate, at, from)
    const people = found.people.filter(({ id }) => !known.has(id))
    if (people.length > 0) return step(candidate, people, passed)
    passed.push({ rung: candidate, clause: found.people.length > 0 ? 'asked before' : found.clause })
  }
  return step('exhausted', everybody(at, from), passed)
}
