import type { Priority, Ticket } from '../ticket/ticket'

/** The facts that decide how pressing a ticket is. */
export type PriorityFacts = Pick<Ticket, 'customerPriority' | 'engineerPriority'> & Partial<Pick<Ticket, 'environment'>>

/**
 * The priority that the queue and the clocks go by: the engineer's once reviewed, else the customer's (R49).
 * A test server is never Urgent (R46): there it is capped at High, while the customer's value stays stored.
 */
export const effectivePriority = (ticket: PriorityFacts): Priority => {
  const priority = ticket.engineerPriority ?? ticket.customerPriority
  return priority === 'urgent' && ticket.environment === 'test' ? 'high' : priority
}
