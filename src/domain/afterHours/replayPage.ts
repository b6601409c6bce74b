import { changedOutcomes, compareDecisions } from './compareDecisions'
import type { DecisionOutcome, GateDifference } from './compareDecisions'
import { decidePage } from './decidePage'
import type { PageDecision } from './page'

/** A record decided again from its own facts. */
export interface PageReplay {
  readonly same: boolean
  readonly decision: PageDecision
  readonly differences: readonly GateDifference[]
  /** What differs besides the gates. */
  readonly outcomes: readonly DecisionOutcome[]
}

/**
 * Decides a record again from the facts it keeps (P28). `same` is false when the rules have changed since, or the record
 * was. Null when it was kept without its facts.
 */
export const replayPage = (kept: PageDecision): PageReplay | null => {
  if (!kept.facts) return null
  const decision = decidePage(kept.facts)
  const differences = compareDecisions(kept, decision, (was, would) => was.pass !== would.pass || was.rule !== would.rule || was.sentence !== would.sentence)
  const outcomes = changedOutcomes(kept, decision)
  return { same: differences.length === 0 && outcomes.length === 0 && kept.gates.length === decision.gates.length, decision, differences, outcomes }
}
