import { and, desc, eq, ne } from 'drizzle-orm'
import type { BackendContext, StoredReply } from '../../context'
import type { Queries } from '../../db/database'
import { contact, incomingMail } from '../../db/schema'
import { readPolicy } from '../../intake/readPolicy'
import { messageIdOf } from '../incoming/mailKey'
import { queueMail } from './queueMail'

const lastMailOf = async (tx: Queries, ticketId: string): Promise<string | null> => {
  const [last] = await tx
    .select({ messageId: incomingMail.messageId })
    .from(incomingMail)
    // What a telephone system mailed is no letter of the customer's that could be answered.
    .where(and(eq(incomingMail.ticketId, ticketId), ne(incomingMail.outcome, 'voicemail')))
    .orderBy(desc(incomingMail.receivedAt))
    .limit(1)
  return last === undefined || last.messageId === null ? null : messageIdOf(last.messageId)
}

const addressOf = async (tx: Queries, { ticket }: StoredReply): Promise<string | null> => {
  if (ticket.contactId === null) return ticket.requester.email
  const [person] = await tx.select({ email: contact.email }).from(contact).where(eq(contact.id, ticket.contactId))
  return person?.email ?? ticket.requester.email
}

/**
 * Queues an engineer's stored reply to the requester, in the same transaction. A ticket without an address (a voicemail)
 * queues nothing: the reply waits in the portal only.
 */
export const queueReply = async (context: BackendContext, tx: Queries, reply: StoredReply): Promise<void> => {
  const { ticket, event, engineer } = reply
  if (event.body.kind !== 'message') throw new Error(`a reply is mailed from a message, not from “${event.body.kind}”`)
  const to = await addressOf(tx, reply)
  if (to === null) return
  const { values } = await readPolicy(tx)
  const text = [
    event.body.text,
    '',
    engineer.name,
    `${values.firmName} HelpDesk`,
    '',
    `You can answer this mail, or see the whole request: ${context.config.publicUrl()}/requests/${ticket.number}`,
  ].join('\n')
  await queueMail(context, tx, { ticket, eventId: event.id, to, text, automatic: false, answers: await lastMailOf(tx, ticket.id) })
}
