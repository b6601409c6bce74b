import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Contact } from '../../domain/customer/customer'
import { receiveMessage } from '../../domain/ticket/receiveMessage'
import { refuseRaise } from '../../domain/ticket/refuseRaise'
import type { RaiseRefusal } from '../../domain/ticket/refuseRaise'
import type { Ticket, TicketFact } from '../../domain/ticket/ticket'
import { effectivePriority } from '../../domain/triage/effectivePriority'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import { ticket as ticketTable } from '../db/schema'
import { decideRaise } from './decideRaise'
import { storeEvent } from './storeEvent'
import { storePage } from './storePage'

/** A customer's raise. `text` is what they add to it, empty when nothing. */
export interface Raise {
  readonly ticketId: string
  readonly contact: Pick<Contact, 'id' | 'name'>
  readonly text: string
}

/**
 * Raises a request to Urgent for its customer, inside the caller's transaction: their value, their words, whom that
 * wakes and why (R49, R70). Answers why not when it cannot be; a second raise finds it Urgent already, so it pages once
 * (P30). The caller has checked that this contact may.
 */
export const raiseToUrgent = async (context: BackendContext, tx: Queries, touched: Touched, raise: Raise): Promise<RaiseRefusal | null> => {
  const { ticketId, contact, text } = raise
  const [before] = await tx.select().from(ticketTable).where(eq(ticketTable.id, ticketId)).for('update')
  if (!before) throw new Error(`a raise of ticket ${ticketId}, which does not exist`)
  const refusal = refuseRaise(before)
  if (refusal !== null) return refusal

  const at = context.now()
  const raised = receiveMessage(before, { at, priority: 'urgent' })
  const decision = await decideRaise(tx, raised, at)
  const paged: readonly TicketFact[] = decision.page ? [{ kind: 'paged', at }] : []
  const after: Ticket = { ...raised, facts: [...raised.facts, ...paged] }
  const { id: _id, rev: _rev, ...columns } = after
  await tx.update(ticketTable).set(columns).where(eq(ticketTable.id, ticketId))
  touched.put('ticket', ticketId)

  const entry = { ticketId, at, actor: { kind: 'customer', id: contact.id, name: contact.name } as const }
  if (text !== '') await storeEvent(tx, touched, { ...entry, id: randomUUID(), body: { kind: 'message', direction: 'in', via: 'portal', text } })
  const from = effectivePriority(before)
  const { productionDown } = after
  await storeEvent(tx, touched, {
    ...entry,
    id: randomUUID(),
    body: { kind: 'priority', by: 'customer', from, to: 'urgent', productionDown, reason: 'The customer raised it in the portal.' },
  })
  if (after.state !== before.state) {
    await storeEvent(tx, touched, { ...entry, id: randomUUID(), body: { kind: 'state', from: before.state, to: after.state, reason: 'The customer raised it to Urgent.' } })
  }
  await storePage(tx, touched, after, decision)
  return null
}
