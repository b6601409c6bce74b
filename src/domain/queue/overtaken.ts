import type { Ticket } from '../ticket/ticket'
import { orderQueue } from './orderQueue'
import { isPassedOver, standing } from './standing'

/**
 * The tickets that would be passed over if `ticket` were taken now, in queue order: those of the same priority that wait
 * for an engineer and whose turn comes first (R50). Empty when it is its turn. Taking it is allowed all the same, with a
 * reason.
 */
export const overtaken = (ticket: Ticket, queue: readonly Ticket[]): readonly Ticket[] => {
  const taken = standing(ticket)
  return orderQueue(queue.filter((other) => other.id !== ticket.id && isPassedOver(standing(other), taken)))
}
