import type { PageDecision } from '../../domain/afterHours/page'
import type { Instant } from '../../domain/calendar/time'
import type { Ticket } from '../../domain/ticket/ticket'
import type { Queries } from '../db/database'
import { decideIntake } from './decideIntake'
import { gatherFacts } from './gatherFacts'

/**
 * Whom a customer's raise to Urgent in the portal wakes at `now` (R70). It is the portal that the raise comes by, also
 * when the request came by mail or voicemail, and an engineer's older review does not hold it down.
 */
export const decideRaise = async (tx: Queries, ticket: Ticket, now: Instant): Promise<PageDecision> => {
  const facts = await gatherFacts(tx, ticket, now)
  const { zone, environment, customerId } = ticket
  return decideIntake(facts, { occasion: 'raised', now, channel: 'portal', customerPriority: 'urgent', environment, customerId, zone })
}
