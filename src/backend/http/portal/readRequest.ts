import { asc, eq } from 'drizzle-orm'
import { attachment, timelineEvent } from '../../db/schema'
import type { Queries } from '../../db/database'
import type { PortalVisit } from './portalSession'
import type { RequestRows } from './presentRequest'
import { findVisibleTicket } from './visibleTickets'

/** A ticket with its timeline, oldest first, and its files; a 404 when this visitor may not see it. */
export const readRequest = async (queries: Queries, visit: PortalVisit, number: string): Promise<RequestRows> => {
  const ticket = await findVisibleTicket(queries, visit, number)
  return {
    ticket,
    events: await queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, ticket.id)).orderBy(asc(timelineEvent.at), asc(timelineEvent.rev)),
    attachments: await queries.select().from(attachment).where(eq(attachment.ticketId, ticket.id)).orderBy(asc(attachment.createdAt), asc(attachment.name)),
  }
}
