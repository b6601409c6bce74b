import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { receiveMessage } from '../../domain/ticket/receiveMessage'
import type { Ticket } from '../../domain/ticket/ticket'
import type { BackendContext, StagedFile } from '../context'
import type { Queries, Touched } from '../db/database'
import { contact, ticket as ticketTable, timelineEvent } from '../db/schema'
import { findCarryingTicket } from './findCarryingTicket'
import { lockOnce } from './lockOnce'
import { storeAttachments } from './storeAttachments'
import { storeEvent } from './storeEvent'

/** A customer's further word on a ticket. */
export interface CustomerMessage {
  readonly ticketId: string
  readonly contactId: string
  readonly text: string
  readonly via: 'portal' | 'email'
  readonly attachments: readonly StagedFile[]
  /** Given when the channel may hand over the same message twice; it is then added once. */
  readonly eventId?: string
}

/**
 * Adds a customer's message inside the caller's transaction: our turn to answer (R67), and a solved ticket opens again.
 * What is written on a merged ticket goes to the one that carries on for it. The caller has checked that this contact may
 * write on this ticket. `added` is false when it had been added before.
 */
export const addCustomerMessage = async (
  context: BackendContext,
  tx: Queries,
  touched: Touched,
  message: CustomerMessage,
): Promise<{ readonly ticket: Ticket; readonly added: boolean }> => {
  const { contactId, text, via, eventId = randomUUID() } = message
  await lockOnce(tx, eventId)
  const before = await findCarryingTicket(tx, message.ticketId)
  const [person] = await tx.select().from(contact).where(eq(contact.id, contactId))
  if (!before || !person) throw new Error(`a message of contact ${contactId} for ticket ${message.ticketId}: one of the two does not exist`)
  const [known] = await tx.select({ id: timelineEvent.id }).from(timelineEvent).where(eq(timelineEvent.id, eventId))
  if (known) return { ticket: before, added: false }

  const { id: ticketId } = before
  const at = context.now()
  const after = receiveMessage(before, { at })
  const { id: _id, rev: _rev, ...columns } = after
  await tx.update(ticketTable).set(columns).where(eq(ticketTable.id, ticketId))
  touched.put('ticket', ticketId)
  const actor = { kind: 'customer', id: person.id, name: person.name } as const
  await storeEvent(tx, touched, { id: eventId, ticketId, at, actor, body: { kind: 'message', direction: 'in', via, text } })
  await storeAttachments(tx, touched, message.attachments, { ticketId, eventId, at })
  if (after.state !== before.state) {
    const body = { kind: 'state', from: before.state, to: after.state, reason: 'The customer wrote again.' } as const
    await storeEvent(tx, touched, { id: randomUUID(), ticketId, at, actor, body })
  }
  return { ticket: after, added: true }
}
