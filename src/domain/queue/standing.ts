import type { Instant } from '../calendar/time'
import { receiptOf } from '../ticket/receiptOf'
import type { Priority, Ticket } from '../ticket/ticket'
import { effectivePriority } from '../triage/effectivePriority'
import { urgencyRank } from './compareTickets'

/** Where a ticket stands in the queue; `rank` and `receipt` decide within a priority (R50, R51). Instants, UTC. */
export interface Standing {
  readonly priority: Priority
  readonly rank: number
  readonly receipt: Instant
  /** Whether it waits for an engineer: open, neither held (R31) nor assigned. Waiting for the customer does not count. */
  readonly waits: boolean
}

/** How a ticket stands as it is now. */
export const standing = (ticket: Ticket): Standing => ({
  priority: effectivePriority(ticket),
  rank: urgencyRank(ticket),
  receipt: receiptOf(ticket),
  waits: ticket.state === 'open' && ticket.assigneeId === null && ticket.heldReason === null,
})

/**
 * Whether `other` would be passed over if a ticket that stands at `taken` were taken now: it waits in the same priority
 * and its turn comes first, by production down (R51) or by an earlier receipt (R50). Two of one moment pass over nobody.
 */
export const isPassedOver = (other: Standing, taken: Standing): boolean =>
  other.waits && other.priority === taken.priority && (other.rank < taken.rank || (other.rank === taken.rank && other.receipt < taken.receipt))
