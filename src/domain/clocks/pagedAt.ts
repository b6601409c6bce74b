import type { Instant } from '../calendar/time'
import type { Ticket } from '../ticket/ticket'

/** When the ticket first paged somebody, or null; from then on its clocks run in real minutes (R57, R64). */
export const pagedAt = (ticket: Pick<Ticket, 'facts'>): Instant | null =>
  ticket.facts.find((fact) => fact.kind === 'paged')?.at ?? null
