import { compareDecisions } from './compareDecisions'
import type { GateDifference } from './compareDecisions'
import { decidePage } from './decidePage'
import type { PageDecision } from './page'
import type { PageFacts, PagePolicy } from './pageFacts'

/** Facts to imagine otherwise; of the policy only the numbers that change. */
export type ImaginedFacts = Partial<Omit<PageFacts, 'policy'>> & { readonly policy?: Partial<PagePolicy['values']> }

/** What would have been decided. `differences` are the gates that pass or block otherwise, or by another rule. */
export interface ImaginedPage {
  readonly decision: PageDecision
  readonly differences: readonly GateDifference[]
  readonly sentence: string
}

const sameTarget = (was: PageDecision, would: PageDecision): boolean => was.firstTo === would.firstTo && was.engineerId === would.engineerId

const sayImagined = (was: PageDecision, would: PageDecision): string => {
  if (was.page && would.page) return `It would have paged all the same${sameTarget(was, would) ? '' : ', but otherwise'}: ${would.sentence}`
  if (would.page) return `It would have paged: ${would.sentence}`
  return was.page ? `It would not have paged: ${would.sentence}` : `It would not have paged either: ${would.sentence}`
}

/**
 * "What if": the same facts with changes, decided by the same rules (R68–R81). Null when the record was kept without
 * its facts. Shifts and bookings beyond those it keeps (a week before, two weeks after) are to be given with the changes.
 */
export const whatIf = (kept: PageDecision, changes: ImaginedFacts): ImaginedPage | null => {
  const { facts } = kept
  if (!facts) return null
  const { policy, ...others } = changes
  const imagined = policy === undefined ? facts.policy : { ...facts.policy, values: { ...facts.policy.values, ...policy } }
  const decision = decidePage({ ...facts, ...others, policy: imagined })
  const differences = compareDecisions(kept, decision, (was, would) => was.pass !== would.pass || was.rule !== would.rule)
  return { decision, differences, sentence: sayImagined(kept, decision) }
}
