import { sayMoment } from '../../../domain/calendar/sayTime'
import type { Instant } from '../../../domain/calendar/time'
import { callbackClock } from '../../../domain/clocks/callbackClock'
import { callbackExpectation } from '../../../domain/entitlement/callbackExpectation'
import type { Policy } from '../../../domain/policy/policy'
import { receiptOf } from '../../../domain/ticket/receiptOf'
import type { Ticket } from '../../../domain/ticket/ticket'
import { effectivePriority } from '../../../domain/triage/effectivePriority'

/**
 * What was promised and whether it was kept, in words for the customer; null when nothing is open. Without an active
 * contract the clocks are goals and nothing was promised (R99).
 */
export const sayPromise = (ticket: Ticket, policy: Policy, now: Instant, clocksAreGoals: boolean): string | null => {
  if (ticket.state === 'resolved' || ticket.state === 'closed') return null
  if (ticket.heldReason !== null) return 'An engineer looks at who asked before work begins. You need not do anything.'
  const clock = callbackClock(ticket, policy, now)
  const { zone, productionDown } = ticket
  if (clock.stoppedAt !== null) return `We got back to you ${sayMoment(clock.stoppedAt, zone, now)}.`
  if (clock.breached) return `We ${clocksAreGoals ? 'aimed' : 'promised'} to get back to you by ${sayMoment(clock.due, zone, now)} and are late. Every engineer sees this request as overdue.`
  const pagedAt = clock.rule === 'R64' ? clock.startedAt : null
  return callbackExpectation({ priority: effectivePriority(ticket), productionDown, receivedAt: receiptOf(ticket), policy, zone, pagedAt, clocksAreGoals, now })
}
