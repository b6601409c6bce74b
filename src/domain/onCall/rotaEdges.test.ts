import { expect, it } from 'vitest'
import { exampleShift, wall } from '../fixtures/examples'
import { resumePlan } from './ladderPlan'
import type { PlannedRung } from './ladderPlan'
import { onCallAt } from './onCallAt'

const at = wall('2026-11-25T12:00')

it('R79 of shifts that overlap the one that began last counts, whatever its id, and of one moment the higher id', () => {
  const early = exampleShift({ id: 'z', startsAt: wall('2026-11-23T08:00') })
  const late = exampleShift({ id: 'a', startsAt: wall('2026-11-24T08:00') })
  const twin = exampleShift({ id: 'b', startsAt: wall('2026-11-24T08:00') })
  for (const shifts of [[early, late], [late, early]]) expect(onCallAt(shifts, at)?.id).toBe('a')
  for (const shifts of [[early, late, twin], [twin, late, early], [late, twin, early]]) expect(onCallAt(shifts, at)?.id).toBe('b')
})

it('R79 asks the rank that is meant, also where only the other one has a shift', () => {
  expect(onCallAt([exampleShift({ rank: 'second' })], at, 'primary')).toBeNull()
})

it('P33 R64 a pager that comes back at the very moment of a rung takes that one', () => {
  const plan: readonly PlannedRung[] = [{ rung: 'primary', at: wall('2026-11-25T02:00') }, { rung: 'second', at: wall('2026-11-25T02:10') }]
  expect(resumePlan(plan, wall('2026-11-25T02:10')).map(({ rung }) => rung)).toEqual(['second'])
  expect(resumePlan(plan, wall('2026-11-25T02:09')).map(({ rung }) => rung)).toEqual(['primary', 'second'])
})
