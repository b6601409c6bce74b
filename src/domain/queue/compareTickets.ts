import { receiptOf } from '../ticket/receiptOf'
import { priorities } from '../ticket/ticket'
import type { Priority, Ticket } from '../ticket/ticket'
import { effectivePriority } from '../triage/effectivePriority'
import type { PriorityFacts } from '../triage/effectivePriority'

/** What the order of the queue depends on. */
export type QueuedTicket = Pick<
  Ticket,
  'id' | 'number' | 'customerPriority' | 'engineerPriority' | 'productionDown' | 'receivedAt' | 'facts'
> &
  Partial<Pick<Ticket, 'environment'>>

const rank = Object.fromEntries(priorities.map((priority, index) => [priority, index])) as Readonly<Record<Priority, number>>

/** Where a ticket stands before receipt is looked at: its effective priority, in Urgent production down first (R51). */
export const urgencyRank = (ticket: PriorityFacts & Pick<Ticket, 'productionDown'>): number => {
  const priority = effectivePriority(ticket)
  return rank[priority] * 2 + (priority === 'urgent' && !ticket.productionDown ? 1 : 0)
}

/**
 * The order of the queue, a total one: effective priority, production down first within Urgent (R51), then first
 * come, first served by receipt at the channel, the earliest one of merged tickets (R50), then number and id, so that
 * every desk shows the same list. Zero only for tickets of one id.
 */
export const compareTickets = (a: QueuedTicket, b: QueuedTicket): number =>
  urgencyRank(a) - urgencyRank(b) || receiptOf(a) - receiptOf(b) || a.number - b.number || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
