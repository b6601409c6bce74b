import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import { receiptOf } from '../ticket/receiptOf'
import type { Ticket, TicketFact } from '../ticket/ticket'
import type { Clock } from './clock'
import { measureClock } from './measureClock'
import { stoppedPromise } from './stoppedPromise'
import type { FactEffect } from './stoppedPromise'

/** The facts a ticket's clocks need. */
export type ClockedTicket = Pick<
  Ticket,
  'receivedAt' | 'facts' | 'zone' | 'customerPriority' | 'engineerPriority' | 'productionDown' | 'environment' | 'answerBy' | 'unansweredSince'
>

/** A new reader of facts, because reopening matters only while nobody has the ticket. */
const readAssignment = (): ((fact: TicketFact) => FactEffect) => {
  let assigned = false
  return (fact) => {
    if (fact.kind === 'paged') return 'page'
    if (fact.kind === 'assigned' || fact.kind === 'unassigned') {
      assigned = fact.kind === 'assigned'
      return assigned ? 'stop' : 'reopen'
    }
    if (fact.kind !== 'state') return 'none'
    if (fact.state === 'resolved' || fact.state === 'closed') return 'stop'
    return assigned ? 'none' : 'reopen'
  }
}

/**
 * Assigned to an engineer within the policy's minutes of receipt, in business minutes; from the page and in real
 * minutes when somebody was paged (R57). A claim stops it; giving the ticket back opens it again, still from
 * receipt; so does reopening a ticket that was finished without an engineer.
 */
export const assignmentClock = (ticket: ClockedTicket, policy: Policy, now: Instant): Clock => {
  const { pagedAt, stoppedAt } = stoppedPromise(ticket.facts, readAssignment())
  return measureClock(
    {
      kind: 'assignment',
      from: pagedAt ?? receiptOf(ticket),
      stoppedAt,
      unit: pagedAt === null ? 'business' : 'real',
      allowedMinutes: policy.values.assignmentMinutes,
      due: null,
      houseTarget: false,
      rule: 'R57',
    },
    ticket.zone,
    policy,
    now,
  )
}
