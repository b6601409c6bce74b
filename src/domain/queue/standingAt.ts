import type { Instant } from '../calendar/time'
import type { Ticket } from '../ticket/ticket'
import { priorityAt } from '../triage/priorityAt'
import { standing } from './standing'
import type { Standing } from './standing'

/**
 * How a ticket stood at `at` (UTC), from its facts of that moment and before; null before receipt. A fact counts from
 * its own moment on, in the order the backend took them.
 */
export const standingAt = (ticket: Ticket, at: Instant): Standing | null => {
  const then = priorityAt(ticket, at)
  if (then === null || ticket.receivedAt > at) return null
  const facts = ticket.facts.filter((fact) => fact.at <= at)
  const state = facts.findLast((fact) => fact.kind === 'state')
  const hands = facts.findLast((fact) => fact.kind === 'assigned' || fact.kind === 'unassigned')
  const heldThen = ticket.heldReason !== null || ticket.facts.some((fact) => fact.kind === 'released' && fact.at > at)
  const { customerPriority, engineerPriority, productionDown } = then
  return standing({
    ...ticket,
    facts,
    customerPriority,
    engineerPriority,
    productionDown,
    state: state === undefined ? 'open' : state.state,
    assigneeId: hands?.kind === 'assigned' ? hands.engineerId : null,
    heldReason: heldThen ? 'requesterNotAuthorized' : null,
  })
}
