import { eq } from 'drizzle-orm'
import { customerMayDo } from '../../../domain/access/customerMayDo'
import type { Instant } from '../../../domain/calendar/time'
import type { Contact } from '../../../domain/customer/customer'
import type { Ticket } from '../../../domain/ticket/ticket'
import type { Queries } from '../../db/database'
import { ticket } from '../../db/schema'
import { ticketOfToken } from '../outgoing/replyToken'

/**
 * The ticket a mail answers: one of our signed tokens AND a sender who may reply to that ticket (P38); temporary
 * contacts only reach their own (R34). Null = it opens a new ticket.
 */
export const findAnsweredTicket = async (
  tx: Queries,
  key: Buffer,
  tokens: readonly string[],
  sender: Contact | null,
  now: Instant,
): Promise<Ticket | null> => {
  if (sender === null) return null
  const number = ticketOfToken(key, tokens.join(' '))
  if (number === null) return null
  const [found] = await tx.select().from(ticket).where(eq(ticket.number, number))
  if (!found) return null
  return customerMayDo({ contact: sender, operation: 'reply', about: found, now }).allowed ? found : null
}
