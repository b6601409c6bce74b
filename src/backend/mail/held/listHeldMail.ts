import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { HeldMailList } from '../../../protocol/intake/heldMail'
import type { Queries } from '../../db/database'
import { incomingMail, ticket } from '../../db/schema'

const mostListed = 200

const stillHeld = and(eq(incomingMail.outcome, 'quarantined'), isNull(incomingMail.settledAs))

/** The mails that wait for somebody to release or discard them, newest first. */
export const listHeldMail = async (queries: Queries): Promise<HeldMailList> => {
  const rows = await queries
    .select({ mail: incomingMail, ticketId: ticket.id, number: ticket.number })
    .from(incomingMail)
    .leftJoin(ticket, eq(ticket.id, incomingMail.answersTicketId))
    .where(stillHeld)
    .orderBy(desc(incomingMail.receivedAt), desc(incomingMail.id))
    .limit(mostListed)
  const [all] = await queries.select({ waiting: count() }).from(incomingMail).where(stillHeld)
  return {
    mails: rows.map(({ mail: { id, from, subject, receivedAt, reason, preview }, ticketId, number }) => ({
      id, from, subject, receivedAt, reason, preview,
      answers: ticketId === null || number === null ? null : { id: ticketId, number },
    })),
    waiting: all?.waiting ?? 0,
  }
}
