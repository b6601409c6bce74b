import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { Priority, Ticket, TicketFact } from '../ticket/ticket'
import { effectivePriority } from '../triage/effectivePriority'
import type { Clock } from './clock'
import { measureClock } from './measureClock'
import { pagedAt } from './pagedAt'
import { settledAt } from './settledAt'

const stopsIt = (fact: TicketFact, ticket: Ticket): boolean =>
  (fact.kind === 'call' && (fact.outcome === 'reached' || fact.outcome === 'voicemail')) ||
  (fact.kind === 'emailReply' && ticket.answerBy === 'email')

const terms = (priority: Priority, down: boolean, policy: Policy): { minutes: number; rule: string; houseTarget: boolean } => {
  const { values } = policy
  switch (priority) {
    case 'urgent':
      return { minutes: values.urgentCallbackMinutes, rule: down ? 'R58' : 'R63', houseTarget: !down }
    case 'high':
      return { minutes: values.highCallbackMinutes, rule: 'R61', houseTarget: true }
    case 'medium':
      return { minutes: values.mediumCallbackMinutes, rule: 'R59', houseTarget: false }
    case 'low':
      return { minutes: values.lowCallbackMinutes, rule: 'R62', houseTarget: true }
  }
}

/**
 * The promised phone callback, from receipt and by the effective priority of now (R58–R63); a paged ticket in real
 * minutes from the page (R64). A call that reached somebody or left a voicemail stops it, a reply by e-mail only when
 * the customer asked for e-mail (R60). Waiting for the customer does not pause it (R66); closing time does (R65).
 */
export const callbackClock = (ticket: Ticket, policy: Policy, now: Instant): Clock => {
  const paged = pagedAt(ticket)
  const { minutes, rule, houseTarget } = terms(effectivePriority(ticket), ticket.productionDown, policy)
  const stoppedAt: Instant | null = ticket.facts.find((fact) => stopsIt(fact, ticket))?.at ?? settledAt(ticket)
  return measureClock(
    {
      kind: 'callback',
      startedAt: paged ?? ticket.receivedAt,
      stoppedAt,
      unit: paged === null ? 'business' : 'real',
      allowedMinutes: paged === null ? minutes : policy.values.pageCallbackMinutes,
      houseTarget: paged === null ? houseTarget : true,
      rule: paged === null ? rule : 'R64',
      zone: ticket.zone,
    },
    policy,
    now,
  )
}
