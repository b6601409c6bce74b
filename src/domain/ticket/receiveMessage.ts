import type { Instant } from '../calendar/time'
import { readsAsDown } from '../triage/readsAsDown'
import type { Priority, Ticket, TicketFact } from './ticket'

/** A customer's message as it arrives: by portal or mail, with a new priority only from the portal (R21, R70). */
export interface ReceivedMessage {
  readonly at: Instant
  readonly priority?: Priority
}

/**
 * The ticket after a customer's message: it is our turn (the oldest unanswered message counts, R67) and whatever the
 * state was, the ticket is open. A new priority is the customer's value; it sets an engineer's review aside only
 * when it raises to Urgent, so that a customer in trouble is not held down by an older review (R70).
 */
export const receiveMessage = (ticket: Ticket, message: ReceivedMessage): Ticket => {
  const { at } = message
  const facts: TicketFact[] = [...ticket.facts]
  if (ticket.state !== 'open') facts.push({ kind: 'state', at, state: 'open' })
  const priority = message.priority ?? ticket.customerPriority
  const changed = priority !== ticket.customerPriority
  const raisedToUrgent = changed && priority === 'urgent'
  const engineerPriority = raisedToUrgent ? null : ticket.engineerPriority
  const productionDown = raisedToUrgent
    ? ticket.productionDown || (ticket.environment !== 'test' && readsAsDown(ticket.brief))
    : ticket.productionDown && (engineerPriority ?? priority) === 'urgent'
  if (changed) facts.push({ kind: 'priority', at, priority, productionDown, by: 'customer' })
  return {
    ...ticket,
    customerPriority: priority,
    engineerPriority,
    productionDown,
    state: 'open',
    unansweredSince: ticket.unansweredSince ?? at,
    acknowledgedAt: raisedToUrgent ? null : ticket.acknowledgedAt,
    acknowledgedBy: raisedToUrgent ? null : ticket.acknowledgedBy,
    facts,
    lastActivityAt: at > ticket.lastActivityAt ? at : ticket.lastActivityAt,
  }
}
