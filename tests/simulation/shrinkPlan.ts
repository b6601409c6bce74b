import type { Plan } from './plansOf'

/**
 * A plan with as few steps as possible that still fails: takes away halves, quarters and so on for as long as `fails`
 * says so, at most `tries` times.
 */
export const shrinkPlan = async (plan: Plan, fails: (smaller: Plan) => Promise<boolean>, tries: number): Promise<Plan> => {
  let smallest = plan
  let left = tries
  for (let size = Math.ceil(plan.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < smallest.steps.length && left > 0; ) {
      const smaller = { ...smallest, steps: smallest.steps.toSpliced(from, size) }
      left -= 1
      if (await fails(smaller)) smallest = smaller
      else from += size
    }
  }
  return smallest
}
