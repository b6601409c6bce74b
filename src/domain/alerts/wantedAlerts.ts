import type { Instant } from '../calendar/time'
import { callbackClock } from '../clocks/callbackClock'
import { sayClock } from '../clocks/sayClock'
import type { Policy } from '../policy/policy'
import { compareTickets } from '../queue/compareTickets'
import type { Ticket } from '../ticket/ticket'
import { effectivePriority } from '../triage/effectivePriority'
import type { Alert } from './alert'
import { isUnacknowledgedUrgent } from './isUnacknowledgedUrgent'

/** What the set of interruptions is derived from. `me` is the engineer at this desk. */
export interface AlertFacts {
  readonly tickets: readonly Ticket[]
  readonly customers: ReadonlyMap<string, { readonly name: string }>
  readonly policy: Policy
  readonly now: Instant
  readonly me: string
}

/** A page that came after I took the ticket and that I have not acknowledged: the customer raised it meanwhile (R70). */
const isMyOwnPage = (ticket: Ticket, me: string): boolean =>
  ticket.assigneeId === me &&
  ticket.state === 'open' &&
  ticket.acknowledgedAt === null &&
  effectivePriority(ticket) === 'urgent' &&
  ticket.facts.findLast((fact) => fact.kind === 'paged' || fact.kind === 'assigned')?.kind === 'paged'

const sayWho = (ticket: Ticket, customers: AlertFacts['customers']): string => {
  const customer = ticket.customerId === null ? undefined : customers.get(ticket.customerId)
  return customer?.name ?? ticket.requester.phone ?? ticket.requester.email ?? 'Unidentified caller'
}

/**
 * The interruptions a desk should be showing at `now`, in queue order: every Urgent that nobody has seen or taken
 * (R54, R55), and my own unacknowledged pages. Keys are stable, so a reload rings nothing twice and a colleague's
 * acknowledgement clears everybody's.
 */
export const wantedAlerts = ({ tickets, customers, policy, now, me }: AlertFacts): readonly Alert[] =>
  tickets
    .filter((ticket) => isUnacknowledgedUrgent(ticket) || isMyOwnPage(ticket, me))
    .toSorted(compareTickets)
    .map((ticket) => ({
      key: `urgent:${ticket.id}`,
      ticketId: ticket.id,
      title: ['Urgent', sayWho(ticket, customers), ...(ticket.productionDown ? ['production down'] : [])].join(' · '),
      body: `${ticket.brief}\n${capitalized(sayClock(callbackClock(ticket, policy, now), ticket.zone, now).text)}`,
      urgent: true,
    }))

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
