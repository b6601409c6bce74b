import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { Ticket } from '../ticket/ticket'
import { answerClock } from './answerClock'
import { assignmentClock } from './assignmentClock'
import { callbackClock } from './callbackClock'
import type { Clock } from './clock'

/** The promise of a ticket that is due first among those still open; null when none is. */
export const nextClock = (ticket: Ticket, policy: Policy, now: Instant): Clock | null =>
  [assignmentClock(ticket, policy, now), callbackClock(ticket, policy, now), answerClock(ticket, policy, now)]
    .filter((clock): clock is Clock => clock !== null && (clock.state === 'running' || clock.state === 'paused'))
    .toSorted((a, b) => a.due - b.due)[0] ?? null
