import { judgePolicy } from './judgePolicy'
import type { PolicyProblem } from './judgePolicy'
import type { Policy, PolicyValues } from './policy'

/** The policy as it counts from now on, or what is wrong with the wish. */
export type PolicyChange =
  | { readonly ok: true; readonly policy: Policy; readonly changed: readonly (keyof PolicyValues)[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] }

/**
 * An administrator's change to the one policy record. A change makes the next version, which each clock and decision
 * made from then on carries; a wish for what is so already changes nothing. `rev` is left for the backend to number.
 */
export const changePolicy = (policy: Policy, wish: Partial<PolicyValues>): PolicyChange => {
  const values: PolicyValues = { ...policy.values, ...wish }
  const problems = judgePolicy(values)
  if (problems.length > 0) return { ok: false, problems }
  const changed = (Object.keys(wish) as (keyof PolicyValues)[]).filter((key) => JSON.stringify(wish[key]) !== JSON.stringify(policy.values[key]))
  return changed.length === 0 ? { ok: true, policy, changed } : { ok: true, policy: { ...policy, version: policy.version + 1, values }, changed }
}
