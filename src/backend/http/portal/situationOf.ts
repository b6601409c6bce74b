import { eq } from 'drizzle-orm'
import { closingAfter, nextOpening } from '../../../domain/calendar/openTimes'
import { sayClockTime, sayMoment } from '../../../domain/calendar/sayTime'
import { serviceCalendar } from '../../../domain/calendar/serviceCalendar'
import type { Instant } from '../../../domain/calendar/time'
import { contractStatus } from '../../../domain/entitlement/contractStatus'
import type { Policy } from '../../../domain/policy/policy'
import type { SubmitPageProps } from '../../../portal/submit/SubmitPage'
import type { Queries } from '../../db/database'
import { contract } from '../../db/schema'
import { gatherFacts } from '../../intake/gatherFacts'
import type { PortalVisit } from './portalSession'

/** What the customer should know before choosing a priority: hours, contract, and what Urgent does at night. */
export const situationOf = async (
  queries: Queries,
  { contact, customer }: PortalVisit,
  policy: Policy,
  now: Instant,
): Promise<Pick<SubmitPageProps, 'urgentAfterHours' | 'openNow' | 'contract'>> => {
  const { zone } = await gatherFacts(queries, { customerId: customer.id, siteId: contact.siteId, contactId: contact.id }, now)
  const status = contractStatus(await queries.select().from(contract).where(eq(contract.customerId, customer.id)), now, policy.values.officeZone, policy.values.contractGraceDays)
  const calendar = serviceCalendar(policy, zone)
  const closes = closingAfter(calendar, now)
  return {
    contract: status.sentence,
    openNow: closes === null ? `Closed; opens ${sayMoment(nextOpening(calendar, now), zone, now)}` : `Open now, until ${sayClockTime(closes, zone)}`,
    urgentAfterHours:
      status.kind === '24x7'
        ? 'Outside HelpDesk hours only Urgent wakes the on-call engineer (your contract is 24×7). Anything else is first seen when the HelpDesk opens.'
        : 'Outside HelpDesk hours an engineer calls you back as soon as possible the next business day. Only 24×7 contracts wake the on-call engineer.',
  }
}
