import { decidePage } from '../../domain/afterHours/decidePage'
import type { PageDecision } from '../../domain/afterHours/page'
import type { PageFacts } from '../../domain/afterHours/pageFacts'
import type { IntakeFacts } from './gatherFacts'

/** What a customer just did: asked, or raised a request, by a channel and with a priority of their own (R68, R70). */
export type CustomerAct = Pick<PageFacts, 'occasion' | 'now' | 'channel' | 'customerPriority' | 'environment' | 'customerId' | 'zone'>

/** Whom a customer's own act wakes, by the facts that the intake gathered; no engineer's review or hand is in it. */
export const decideIntake = ({ policy, contracts, standby, shifts, engineers }: IntakeFacts, act: CustomerAct): PageDecision =>
  decidePage({ ...act, policy, contracts, standby, shifts, engineers, engineerPriority: null, byHand: null })
