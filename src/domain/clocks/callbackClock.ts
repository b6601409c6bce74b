import type { Instant } from '../calendar/time'
import type { Policy, PolicyValues } from '../policy/policy'
import { receiptOf } from '../ticket/receiptOf'
import type { AnswerBy, TicketFact } from '../ticket/ticket'
import { effectivePriority } from '../triage/effectivePriority'
import type { ClockedTicket } from './assignmentClock'
import type { Clock } from './clock'
import { measureClock } from './measureClock'
import type { Promised } from './measureClock'
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

type StoppingOutcomes = PolicyValues['callbackStoppedBy']

const effectOf = (fact: TicketFact, stoppedBy: StoppingOutcomes): FactEffect => {
  switch (fact.kind) {
    case 'paged':
      return 'page'
    case 'call':
      return stoppedBy.includes(fact.outcome) ? 'keep' : 'none'
    case 'state':
      return fact.state === 'resolved' || fact.state === 'closed' ? 'finish' : 'reopen'
    default:
      return 'none'
  }
}

const byCall = { effectOf, pageForgets: true }

const byCallOrEmail = {
  effectOf: (fact: TicketFact, stoppedBy: StoppingOutcomes): FactEffect => (fact.kind === 'emailReply' ? 'keep' : effectOf(fact, stoppedBy)),
  pageForgets: true,
}

const emailCounts = (answerBy: AnswerBy, { emailStopsCallback }: PolicyValues): boolean =>
  emailStopsCallback === 'always' || (emailStopsCallback === 'whenAsked' && answerBy === 'email')

/** The promise that `callbackClock` measures. */
export const callbackPromise = (ticket: ClockedTicket, { values }: Policy): Promised => {
  const { pagedAt, stoppedAt } = stoppedPromise(ticket.facts, emailCounts(ticket.answerBy, values) ? byCallOrEmail : byCall, values.callbackStoppedBy)
  if (pagedAt !== null) {
    return { kind: 'callback', from: pagedAt, stoppedAt, unit: 'real', allowedMinutes: values.pageCallbackMinutes, due: null, houseTarget: true, rule: 'R64' }
  }
  const { allowedMinutes, rule, houseTarget } = allowedCallback(ticket, values)
  return { kind: 'callback', from: receiptOf(ticket), stoppedAt, unit: 'business', allowedMinutes, due: null, houseTarget, rule }
}

/**
 * The first callback (R58–R64): business minutes from receipt by the effective priority as it is now, or real
 * minutes from the page when somebody was paged (R64). Stopped by a call that ended as the policy counts, a person
 * reached or a voicemail left, and by an e-mail reply as the policy has it: when the customer asked for e-mail (R60).
 * Waiting for the customer does not pause it (R66). A ticket finished without a call stops it; reopened without a
 * call, it runs on.
 */
export const callbackClock = (ticket: ClockedTicket, policy: Policy, now: Instant): Clock =>
  measureClock(callbackPromise(ticket, policy), ticket.zone, policy, now)
