import type { Instant } from '../../domain/calendar/time'
import type { Ticket } from '../../domain/ticket/ticket'

/**
 * When an intent took effect: the desk's claimed time, but never before the ticket's last activity and never after
 * its arrival, so that a wrong clock can neither reorder a ticket nor meet a promise in the future (P16).
 */
export const clampTime = (claimed: Instant, ticket: Pick<Ticket, 'lastActivityAt'>, now: Instant): Instant =>
  Math.min(Math.max(claimed, ticket.lastActivityAt), now) as Instant
