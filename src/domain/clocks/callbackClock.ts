import type { Instant } from '../calendar/time'
import type { Policy, PolicyValues } from '../policy/policy'
import { receiptOf } from '../ticket/receiptOf'
import type { AnswerBy, TicketFact } from '../ticket/ticket'
import { effectivePriority } from '../triage/effectivePriority'
import type { ClockedTicket } from './assignmentClock'
import type { Clock } from './clock'
import { measureClock } from './measureClock'
import { stoppedPromise } from './stoppedPromise'
import type { FactEffect } from './stoppedPromise'

interface Allowed {
  readonly allowedMinutes: number
  readonly rule: string
  readonly houseTarget: boolean
}

/** Business minutes for a callback by the effective priority as it is now (R58, R59, R61–R63). */
export const allowedCallback = (ticket: Pick<ClockedTicket, 'customerPriority' | 'engineerPriority' | 'productionDown' | 'environment'>, values: PolicyValues): Allowed => {
  const priority = effectivePriority(ticket)
  switch (priority) {
    case 'urgent':
      return { allowedMinutes: values.urgentCallbackMinutes, rule: ticket.productionDown ? 'R58' : 'R63', houseTarget: false }
    case 'high':
      return { allowedMinutes: values.highCallbackMinutes, rule: 'R61', houseTarget: true }
    case 'medium':
      return { allowedMinutes: values.mediumCallbackMinutes, rule: 'R59', houseTarget: false }
    case 'low':
      return { allowedMinutes: values.lowCallbackMinutes, rule: 'R62', houseTarget: true }
    default:
      return priority satisfies never
  }
}

/** A new reader of facts: what the customer got decides whether reopening opens the promise again (R60). */
const readCallback = (answerBy: AnswerBy, values: PolicyValues): ((fact: TicketFact) => FactEffect) => {
  let called = false
  const emailCounts = values.emailStopsCallback === 'always' || (values.emailStopsCallback === 'whenAsked' && answerBy === 'email')
  return (fact) => {
    if (fact.kind === 'paged') {
      called = false
      return 'page'
    }
    const answers = (fact.kind === 'call' && values.callbackStoppedBy.includes(fact.outcome)) || (fact.kind === 'emailReply' && emailCounts)
    if (answers) {
      called = true
      return 'stop'
    }
    if (fact.kind !== 'state') return 'none'
    if (fact.state === 'resolved' || fact.state === 'closed') return 'stop'
    return called ? 'none' : 'reopen'
  }
}

/**
 * The first callback (R58–R64): business minutes from receipt by the effective priority as it is now, or real
 * minutes from the page when somebody was paged (R64). Stopped by a call that ended as the policy counts, a person
 * reached or a voicemail left, and by an e-mail reply as the policy has it: when the customer asked for e-mail (R60). Waiting for the customer does
 * not pause it (R66). A ticket finished without a call stops it; reopened without a call, it runs on.
 */
export const callbackClock = (ticket: ClockedTicket, policy: Policy, now: Instant): Clock => {
  const { values } = policy
  const { pagedAt, stoppedAt } = stoppedPromise(ticket.facts, readCallback(ticket.answerBy, values))
  const paged = { allowedMinutes: values.pageCallbackMinutes, rule: 'R64', houseTarget: true }
  const { allowedMinutes, rule, houseTarget } = pagedAt === null ? allowedCallback(ticket, values) : paged
  return measureClock(
    {
      kind: 'callback',
      from: pagedAt ?? receiptOf(ticket),
      stoppedAt,
      unit: pagedAt === null ? 'business' : 'real',
      allowedMinutes,
      due: null,
      houseTarget,
      rule,
    },
    ticket.zone,
    policy,
    now,
  )
}
