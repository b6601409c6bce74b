import { priorities } from '../ticket/ticket'
import type { Priority, Ticket } from '../ticket/ticket'
import { effectivePriority } from '../triage/effectivePriority'

/** What the order of the queue depends on. */
export type QueuedTicket = Pick<
  Ticket,
  'id' | 'number' | 'customerPriority' | 'engineerPriority' | 'productionDown' | 'receivedAt'
> &
  Partial<Pick<Ticket, 'environment'>>

const rank: Readonly<Record<Priority, number>> = Object.fromEntries(priorities.map((priority, index) => [priority, index])) as Record<Priority, number>

/**
 * The order of the queue, a total one: effective priority, production down first within Urgent (R51), then first
 * come, first served by receipt at the channel (R50), then number and id so that every desk shows the same list.
 */
export const compareTickets = (a: QueuedTicket, b: QueuedTicket): number => {
  const first = effectivePriority(a)
  const byPriority = rank[first] - rank[effectivePriority(b)]
  if (byPriority !== 0) return byPriority
  if (first === 'urgent' && a.productionDown !== b.productionDown) return a.productionDown ? -1 : 1
  if (a.receivedAt !== b.receivedAt) return a.receivedAt - b.receivedAt
  if (a.number !== b.number) return a.number - b.number
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
