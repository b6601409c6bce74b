import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { mayOpenTicket } from '../../domain/access/mayOpenTicket'
import type { PageDecision } from '../../domain/afterHours/page'
import { channelRules } from '../../domain/intake/channelRules'
import { newTicket } from '../../domain/ticket/newTicket'
import type { Ticket } from '../../domain/ticket/ticket'
import type { Actor } from '../../domain/ticket/timelineEvent'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import { ticket as ticketTable } from '../db/schema'
import { decideIntake } from './decideIntake'
import { gatherFacts } from './gatherFacts'
import type { IntakeFacts } from './gatherFacts'
import { tellOfNoContract } from './tellOfNoContract'
import { lockOnce } from './lockOnce'
import type { NewRequest } from './newRequest'
import { storeAttachments } from './storeAttachments'
import { storeEvent } from './storeEvent'
import { storePage } from './storePage'

/** `decision` is null when this very request had been opened before: nothing was written then. */
export interface OpenedTicket {
  readonly ticket: Ticket
  readonly decision: PageDecision | null
}

const system: Actor = { kind: 'system', id: null, name: 'Engineer Console' }

const nextNumber = async (tx: Queries): Promise<number> => {
  const { rows } = (await tx.execute(sql`select nextval('ticket_number') as number`)) as unknown as { rows: { number: string | number }[] }
  return Number(rows[0]?.number)
}

/** Why the ticket is held, in a sentence, or null. Callers on the phone are known by what they say; portal and mail know who writes (R31). */
const holdingReason = (request: NewRequest, facts: IntakeFacts, now: Ticket['receivedAt']): string | null => {
  const right = mayOpenTicket(facts.contact, now)
  if (request.heldReason !== null) return right.allowed ? 'Held by the channel it came in by.' : right.sentence
  return channelRules[request.channel].knowsSender && !right.allowed ? right.sentence : null
}

/**
 * Opens a ticket, whatever channel it came by, inside the caller's transaction: the row, its first timeline entries,
 * its attachments, and the page when the rules say so (R68). Nothing is ever dropped: who may not ask is held (R31).
 */
export const openTicket = async (
  context: BackendContext,
  tx: Queries,
  touched: Touched,
  request: NewRequest,
): Promise<OpenedTicket> => {
  const id = request.ticketId ?? randomUUID()
  if (request.ticketId !== undefined) {
    await lockOnce(tx, id)
    const [opened] = await tx.select().from(ticketTable).where(eq(ticketTable.id, id))
    if (opened) return { ticket: opened, decision: null }
  }
  const now = context.now()
  const facts = await gatherFacts(tx, request, now)
  const { channel, priority, environment, contactId, customerId, requester, receivedAt } = request
  const held = holdingReason(request, facts, now)
  const { zone } = facts
  const decision = decideIntake(facts, { occasion: 'receipt', now, channel, customerPriority: priority, environment, customerId, zone })
  const ticket = newTicket({
    id,
    number: await nextNumber(tx),
    customerId,
    siteId: facts.siteId,
    contactId,
    requester,
    zone,
    channel,
    brief: request.brief,
    receivedAt,
    customerPriority: priority,
    environment,
    answerBy: request.answerBy,
    heldReason: held === null ? null : 'requesterNotAuthorized',
    paged: decision.page,
    ...(request.logged === undefined ? {} : { review: request.logged.review }),
  })
  await tx.insert(ticketTable).values(ticket)
  touched.put('ticket', id)

  const asker: Actor = request.logged?.by ?? { kind: 'customer', id: contactId, name: requester.name ?? requester.email ?? requester.phone ?? 'Unknown' }
  const eventId = request.logged?.eventId ?? randomUUID()
  const body = { kind: 'received', channel, priority: request.logged?.review.priority ?? priority, text: request.detail } as const
  await storeEvent(tx, touched, { id: eventId, ticketId: id, at: receivedAt, actor: asker, body })
  await storeAttachments(tx, touched, request.attachments, { ticketId: id, eventId, at: receivedAt })
  if (held !== null) {
    await storeEvent(tx, touched, { id: randomUUID(), ticketId: id, at: now, actor: system, body: { kind: 'held', reason: held } })
  }
  await storePage(tx, touched, ticket, decision)
  await tellOfNoContract(context, tx, ticket)
  return { ticket, decision }
}
