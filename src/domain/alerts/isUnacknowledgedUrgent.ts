import type { Ticket } from '../ticket/ticket'
import { effectivePriority } from '../triage/effectivePriority'

/** Whether a ticket still interrupts everybody: effectively Urgent, open, not held, seen and taken by nobody. */
export const isUnacknowledgedUrgent = (
  ticket: Pick<Ticket, 'customerPriority' | 'engineerPriority' | 'environment' | 'state' | 'acknowledgedAt' | 'assigneeId' | 'heldReason'>,
): boolean =>
  ticket.state === 'open' &&
  ticket.acknowledgedAt === null &&
  ticket.assigneeId === null &&
  ticket.heldReason === null &&
  effectivePriority(ticket) === 'urgent'
