import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { ClockedTicket } from './assignmentClock'
import type { Clock } from './clock'
import { measureClock } from './measureClock'
import type { Promised } from './measureClock'

/** The promise that `answerClock` measures; null when no message waits. */
export const answerPromise = ({ unansweredSince }: ClockedTicket, { values }: Policy): Promised | null =>
  unansweredSince === null
    ? null
    : { kind: 'answer', from: unansweredSince, stoppedAt: null, unit: 'business', allowedMinutes: values.answerMinutes, due: null, houseTarget: true, rule: 'R67' }

/** How long the customer's last message waits for an answer (R67), in business minutes; null when none does. */
export const answerClock = (ticket: ClockedTicket, policy: Policy, now: Instant): Clock | null => {
  const promised = answerPromise(ticket, policy)
  return promised === null ? null : measureClock(promised, ticket.zone, policy, now)
}
