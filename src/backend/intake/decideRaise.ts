import { decidePage } from '../../domain/afterHours/decidePage'
import type { PageDecision } from '../../domain/afterHours/page'
import type { Instant } from '../../domain/calendar/time'
import type { Ticket } from '../../domain/ticket/ticket'
import type { Queries } from '../db/database'
import { gatherFacts } from './gatherFacts'

/**
 * Whom a customer's raise to Urgent in the portal wakes at `now` (R70). It is the portal that the raise comes by, also
 * when the request came by mail or voicemail, and an engineer's older review does not hold it down.
 */
export const decideRaise = async (tx: Queries, ticket: Ticket, now: Instant): Promise<PageDecision> => {
  const { policy, contracts, standby, shifts, engineers } = await gatherFacts(tx, ticket, now)
  const { zone, environment, customerId } = ticket
  return decidePage({
    occasion: 'raised',
    now,
    channel: 'portal',
    customerPriority: 'urgent',
    engineerPriority: null,
    environment,
    zone,
    policy,
    customerId,
    contracts,
    standby,
    shifts,
    engineers,
    byHand: null,
  })
}
