import * as fc from 'fast-check'
import { plansOf } from './plansOf'
import type { Plan } from './plansOf'

/** The plan of a seed: the same for ever, or as long as `plansOf` is. */
export const planOf = (seed: number, steps: number): Plan => {
  const [plan] = fc.sample(plansOf(steps), { seed, numRuns: 1 })
  if (plan === undefined) throw new Error('a sample of one has one plan')
  return plan
}
