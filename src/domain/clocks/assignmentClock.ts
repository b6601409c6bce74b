import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import { receiptOf } from '../ticket/receiptOf'
import type { Ticket, TicketFact } from '../ticket/ticket'
import type { Clock } from './clock'
import { measureClock } from './measureClock'
import type { Promised } from './measureClock'
import { stoppedPromise } from './stoppedPromise'
import type { FactEffect } from './stoppedPromise'

/** The facts a ticket's clocks need. */
export type ClockedTicket = Pick<
  Ticket,
  'receivedAt' | 'facts' | 'zone' | 'customerPriority' | 'engineerPriority' | 'productionDown' | 'environment' | 'answerBy' | 'unansweredSince'
>

const effectOf = (fact: TicketFact): FactEffect => {
  switch (fact.kind) {
    case 'paged':
      return 'page'
    case 'assigned':
      return 'keep'
    case 'unassigned':
      return 'undo'
    case 'state':
      return fact.state === 'resolved' || fact.state === 'closed' ? 'finish' : 'reopen'
    default:
      return 'none'
  }
}

const reading = { effectOf, pageForgets: false }

/** The promise that `assignmentClock` measures. */
export const assignmentPromise = (ticket: ClockedTicket, policy: Policy): Promised => {
  const { pagedAt, stoppedAt } = stoppedPromise(ticket.facts, reading, null)
  return {
    kind: 'assignment',
    from: pagedAt ?? receiptOf(ticket),
    stoppedAt,
    unit: pagedAt === null ? 'business' : 'real',
    allowedMinutes: policy.values.assignmentMinutes,
    due: null,
    houseTarget: false,
    rule: 'R57',
  }
}

/**
 * Assigned to an engineer within the policy's minutes of receipt, in business minutes; from the page and in real
 * minutes when somebody was paged (R57). A claim stops it; giving the ticket back opens it again, still from
 * receipt; so does reopening a ticket that was finished without an engineer.
 */
export const assignmentClock = (ticket: ClockedTicket, policy: Policy, now: Instant): Clock =>
  measureClock(assignmentPromise(ticket, policy), ticket.zone, policy, now)
