import type { Instant } from '../calendar/time'
import type { Ticket } from '../ticket/ticket'

/** When the ticket last came to rest as resolved or closed; null while it is open or waiting. */
export const settledAt = (ticket: Pick<Ticket, 'facts' | 'state'>): Instant | null => {
  if (ticket.state !== 'resolved' && ticket.state !== 'closed') return null
  let at: Instant | null = null
  for (const fact of ticket.facts) {
    if (fact.kind !== 'state') continue
    const rests = fact.state === 'resolved' || fact.state === 'closed'
    at = rests ? (at ?? fact.at) : null
  }
  return at
}
