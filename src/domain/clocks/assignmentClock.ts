import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { Ticket } from '../ticket/ticket'
import type { Clock } from './clock'
import { measureClock } from './measureClock'
import { pagedAt } from './pagedAt'
import { settledAt } from './settledAt'

const assignedSince = (ticket: Ticket): Instant | null => {
  let since: Instant | null = null
  for (const fact of ticket.facts) {
    if (fact.kind === 'assigned') since ??= fact.at
    if (fact.kind === 'unassigned') since = null
  }
  return since
}

/**
 * An engineer on the ticket within 30 business minutes of receipt; a paged ticket in real minutes from the page (R57).
 * Giving the ticket back opens the clock again, still from receipt.
 */
export const assignmentClock = (ticket: Ticket, policy: Policy, now: Instant): Clock => {
  const paged = pagedAt(ticket)
  return measureClock(
    {
      kind: 'assignment',
      startedAt: paged ?? ticket.receivedAt,
      stoppedAt: assignedSince(ticket) ?? settledAt(ticket),
      unit: paged === null ? 'business' : 'real',
      allowedMinutes: policy.values.assignmentMinutes,
      houseTarget: false,
      rule: 'R57',
      zone: ticket.zone,
    },
    policy,
    now,
  )
}
