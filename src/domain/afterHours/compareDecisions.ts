import type { PageDecision, PageGate, PageGateName } from './page'

/** A gate that answers otherwise. */
export interface GateDifference {
  readonly gate: PageGateName
  readonly was: PageGate
  readonly would: PageGate
}

const outcomes = ['occasion', 'page', 'decidedAt', 'sentence', 'contractUnverified', 'firstTo', 'engineerId', 'rotaFrom', 'policyVersion'] as const

/** A part of a decision besides its gates. */
export type DecisionOutcome = (typeof outcomes)[number]

/** The parts in which two decisions differ, gates aside. */
export const changedOutcomes = (was: PageDecision, would: PageDecision): readonly DecisionOutcome[] => outcomes.filter((part) => was[part] !== would[part])

/** The gates that answer otherwise, in their order; `differ` says what counts as otherwise. */
export const compareDecisions = (was: PageDecision, would: PageDecision, differ: (was: PageGate, would: PageGate) => boolean): readonly GateDifference[] =>
  would.gates.flatMap((gate) => {
    const before = was.gates.find((other) => other.gate === gate.gate)
    return before !== undefined && differ(before, gate) ? [{ gate: gate.gate, was: before, would: gate }] : []
  })
