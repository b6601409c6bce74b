import { closingAfter, nextOpening } from '../calendar/openTimes'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { Instant } from '../calendar/time'
import type { Ticket } from '../ticket/ticket'
import { decideAtClosing } from './decideAtClosing'
import type { ClosingFacts, ClosingTicket } from './decideAtClosing'
import type { PageDecision } from './page'

/** A ticket that the sweep looks at. */
export type SweptTicket = ClosingTicket & Pick<Ticket, 'id' | 'number'>

/** What the sweep knows besides the tickets. `contractsOf` answers null for an unknown account. */
export interface SweepContext extends Omit<ClosingFacts, 'ticket' | 'contracts'> {
  readonly contractsOf: (customerId: string | null) => ClosingFacts['contracts']
}

/** What becomes of a ticket when the desk closes for its customer at `closesAt`. */
export interface SweptClosing {
  readonly ticketId: string
  readonly closesAt: Instant
  /** When its clock goes on: at once when it is handed over, else at the next opening. */
  readonly goesOnAt: Instant
  readonly decision: PageDecision
}

/** The two lists of the sweep before closing time, each by closing time and then by ticket number. */
export interface ClosingSweep {
  readonly handedOver: readonly SweptClosing[]
  readonly pauses: readonly SweptClosing[]
}

/**
 * The sweep before closing time (R65): of the tickets whose customers the desk is open for at `now`, those that will go to
 * the engineer on call when it closes, and those whose clock will pause, if nobody calls before. Times by each customer's
 * own hours (R25).
 */
export const closingSweep = (tickets: readonly SweptTicket[], { now, contractsOf, ...context }: SweepContext): ClosingSweep => {
  const handedOver: SweptClosing[] = []
  const pauses: SweptClosing[] = []
  for (const ticket of tickets.toSorted((a, b) => a.number - b.number)) {
    const calendar = serviceCalendar(context.policy, ticket.zone)
    const closesAt = closingAfter(calendar, now)
    if (closesAt === null) continue
    const outcome = decideAtClosing({ ...context, ticket, now: closesAt, contracts: contractsOf(ticket.customerId) })
    if (outcome.kind === 'unaffected') continue
    const { decision } = outcome
    if (outcome.kind === 'handedOver') handedOver.push({ ticketId: ticket.id, closesAt, goesOnAt: closesAt, decision })
    else pauses.push({ ticketId: ticket.id, closesAt, goesOnAt: nextOpening(calendar, closesAt), decision })
  }
  const earliest = (swept: SweptClosing[]): readonly SweptClosing[] => swept.toSorted((a, b) => a.closesAt - b.closesAt)
  return { handedOver: earliest(handedOver), pauses: earliest(pauses) }
}
