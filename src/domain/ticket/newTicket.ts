import { channelRules } from '../intake/channelRules'
import { readsAsDown } from '../triage/readsAsDown'
import type { Priority, Ticket, TicketFact } from './ticket'

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
> & {
  readonly paged: boolean
  /** What the engineer set who logged the call (R18); absent where no engineer was there. */
  readonly review?: { readonly priority: Priority; readonly productionDown: boolean }
}

/**
 * A ticket as it enters the queue: open, unseen, unassigned. "Down" in the brief description makes it production
 * down only together with Urgent (R52) and never on a test server (R46); so does the hotline, which is for nothing else
 * (R22). An engineer's own review at receipt goes before both. `rev` is 0 until the backend commits it.
 */
export const newTicket = (request: NewTicketFacts): Ticket => {
  const { paged, review, ...known } = request
  const { receivedAt, customerPriority } = known
  const saysDown = channelRules[known.channel].topOfQueue || readsAsDown(known.brief)
  const productionDown = customerPriority === 'urgent' && known.environment !== 'test' && saysDown
  const facts: TicketFact[] = [{ kind: 'priority', at: receivedAt, priority: customerPriority, productionDown, by: 'customer' }]
  if (review !== undefined) facts.push({ kind: 'priority', at: receivedAt, ...review, by: 'engineer' })
  if (paged) facts.push({ kind: 'paged', at: receivedAt })
  return {
    ...known,
    rev: 0,
    engineerPriority: review?.priority ?? null,
    productionDown: review?.productionDown ?? productionDown,
    state: 'open',
    assigneeId: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    facts,
    unansweredSince: null,
    lastActivityAt: receivedAt,
  }
}
