import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { Ticket } from '../ticket/ticket'
import type { Clock } from './clock'
import { measureClock } from './measureClock'

/** How long the customer's last message has been unanswered, against the house target (R67); null when it is answered. */
export const answerClock = (ticket: Ticket, policy: Policy, now: Instant): Clock | null =>
  ticket.unansweredSince === null
    ? null
    : measureClock(
        {
          kind: 'answer',
          startedAt: ticket.unansweredSince,
          stoppedAt: null,
          unit: 'business',
          allowedMinutes: policy.values.answerMinutes,
          houseTarget: true,
          rule: 'R67',
          zone: ticket.zone,
        },
        policy,
        now,
      )
