import { and, eq } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Ticket } from '../../../domain/ticket/ticket'
import type { Queries } from '../../db/database'
import { ticket } from '../../db/schema'
import { PortalProblem } from './PortalProblem'
import type { PortalVisit } from './portalSession'

/** The account's tickets for primary and authorized persons; only their own for everybody else (R34). The one place that says so. */
export const visibleTo = ({ contact }: PortalVisit): SQL =>
  contact.access === 'primary' || contact.access === 'authorized' ? eq(ticket.customerId, contact.customerId) : eq(ticket.contactId, contact.id)

/** The ticket of this number, or a 404 that does not tell whether somebody else has it. */
export const findVisibleTicket = async (queries: Queries, visit: PortalVisit, number: string): Promise<Ticket> => {
  const missing = new PortalProblem(404, 'There is no such request', `Request #${number.slice(0, 12)} does not exist, or it is not one of yours.`)
  if (!/^\d{1,12}$/.test(number)) throw missing
  const [found] = await queries.select().from(ticket).where(and(eq(ticket.number, Number(number)), visibleTo(visit)))
  if (!found) throw missing
  return found
}
