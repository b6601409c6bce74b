import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { ClockedTicket } from './assignmentClock'
import type { Clock } from './clock'
import { measureClock } from './measureClock'

/** How long the customer's last message waits for an answer (R67), in business minutes; null when none does. */
export const answerClock = (ticket: ClockedTicket, policy: Policy, now: Instant): Clock | null =>
  ticket.unansweredSince === null
    ? null
    : measureClock(
        {
          kind: 'answer',
          from: ticket.unansweredSince,
          stoppedAt: null,
          unit: 'business',
          allowedMinutes: policy.values.answerMinutes,
          due: null,
          houseTarget: true,
          rule: 'R67',
        },
        ticket.zone,
        policy,
        now,
      )
