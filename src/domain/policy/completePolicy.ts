import { defaultPolicyValues } from './defaultPolicy'
import type { Policy, PolicyValues } from './policy'

/**
 * A policy kept by a version that knew fewer numbers, with the defaults of those it lacks. A complete one is
 * answered as the very same object, because openings are remembered by it. The version stays: nothing that was
 * decided changes by it.
 */
export const completePolicy = (policy: Omit<Policy, 'values'> & { readonly values: Partial<PolicyValues> }): Policy => {
  const { values } = policy
  return isComplete(values) ? { ...policy, values } : { ...policy, values: { ...defaultPolicyValues, ...values } }
}

const isComplete = (values: Partial<PolicyValues>): values is PolicyValues => Object.keys(defaultPolicyValues).every((key) => key in values)
