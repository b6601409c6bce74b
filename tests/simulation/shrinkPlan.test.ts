import { expect, it } from 'vitest'
import { planOf } from './planOf'
import { shrinkPlan } from './shrinkPlan'

it('leaves only the steps a failure needs', async () => {
  const plan = planOf(3, 60)
  const needed = [plan.steps[7], plan.steps[20]]
  const smallest = await shrinkPlan(plan, async (smaller) => needed.every((step) => step !== undefined && smaller.steps.includes(step)), 200)
  expect(smallest.steps).toEqual(needed)
})

it('a seed always means the same plan, and another seed another', () => {
  expect(planOf(3, 60)).toEqual(planOf(3, 60))
  expect(planOf(3, 60)).not.toEqual(planOf(4, 60))
})
