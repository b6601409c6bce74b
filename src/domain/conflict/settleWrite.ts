import type { FieldRule } from './fieldRules'

/** What is known when a write arrives. */
export interface WriteSituation {
  readonly rule: FieldRule
  /** The field already holds what is written. */
  readonly same: boolean
  /** Somebody else wrote the field after the person last looked at it; false when the desk did not say what it saw. */
  readonly changedSince: boolean
}

/**
 * Whether a write goes on to its own rule, or the stored value stays and the writer is told whose it is (P7). Only
 * three-way fields are settled here: the others find their answer in the state the command meets.
 */
export const settleWrite = ({ rule, same, changedSince }: WriteSituation): 'apply' | 'keepTheirs' =>
  rule === 'threeWay' && changedSince && !same ? 'keepTheirs' : 'apply'
