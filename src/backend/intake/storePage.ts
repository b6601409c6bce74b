import { randomUUID } from 'node:crypto'
import { isWorthTelling } from '../../domain/afterHours/isWorthTelling'
import type { PageDecision } from '../../domain/afterHours/page'
import type { Ticket } from '../../domain/ticket/ticket'
import type { Actor } from '../../domain/ticket/timelineEvent'
import type { Queries, Touched } from '../db/database'
import { page } from '../db/schema'
import { storeEvent } from './storeEvent'

const system: Actor = { kind: 'system', id: null, name: 'Engineer Console' }

/**
 * Keeps a page decision with its ticket, in the caller's transaction: the page when there is one, and the timeline entry
 * that says why or why not (R68). The ticket's own `paged` fact is the caller's to write.
 */
export const storePage = async (tx: Queries, touched: Touched, ticket: Pick<Ticket, 'id' | 'customerPriority'>, decision: PageDecision): Promise<void> => {
  const { decidedAt: at, engineerId, sentence, page: paged } = decision
  const pageId = paged ? randomUUID() : null
  if (pageId !== null) {
    await tx.insert(page).values({ id: pageId, ticketId: ticket.id, createdAt: at, decision, engineerId, state: 'planned', acknowledgedAt: null, acknowledgedBy: null })
    touched.put('page', pageId)
  }
  if (!isWorthTelling(ticket.customerPriority, decision)) return
  const body = { kind: 'page', pageId, paged, sentence, decision: paged ? null : decision } as const
  await storeEvent(tx, touched, { id: randomUUID(), ticketId: ticket.id, at, actor: system, body })
}
