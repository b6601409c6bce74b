import { readsAsDown } from '../triage/readsAsDown'
import type { Ticket, TicketFact } from './ticket'

/** What is known of a request when it comes in. `paged` says that the page decision woke somebody at receipt. */
export type NewTicketFacts = Pick<
  Ticket,
  | 'id'
  | 'number'
  | 'customerId'
  | 'siteId'
  | 'contactId'
  | 'requester'
  | 'zone'
  | 'channel'
  | 'brief'
  | 'receivedAt'
  | 'customerPriority'
  | 'environment'
  | 'answerBy'
  | 'heldReason'
> & { readonly paged: boolean }

/**
 * A ticket as it enters the queue: open, unseen, unassigned. "Down" in the brief description makes it production
 * down only together with Urgent (R52) and never on a test server (R46). `rev` is 0 until the backend commits it.
 */
export const newTicket = (request: NewTicketFacts): Ticket => {
  const { paged, ...known } = request
  const { receivedAt, customerPriority } = known
  const productionDown = customerPriority === 'urgent' && known.environment !== 'test' && readsAsDown(known.brief)
  const facts: TicketFact[] = [{ kind: 'priority', at: receivedAt, priority: customerPriority, productionDown, by: 'customer' }]
  if (paged) facts.push({ kind: 'paged', at: receivedAt })
  return {
    ...known,
    rev: 0,
    engineerPriority: null,
    productionDown,
    state: 'open',
    assigneeId: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    facts,
    unansweredSince: null,
    lastActivityAt: receivedAt,
  }
}
