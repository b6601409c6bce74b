import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import { answerClock } from './answerClock'
import { assignmentClock } from './assignmentClock'
import type { ClockedTicket } from './assignmentClock'
import { callbackClock } from './callbackClock'
import type { Clock } from './clock'

const isOpenPromise = (clock: Clock | null): clock is Clock => clock !== null && (clock.state === 'running' || clock.state === 'paused')

/** The open promise that is due first, overdue ones included; null when none is open (R57–R67). */
export const nextClock = (ticket: ClockedTicket, policy: Policy, now: Instant): Clock | null => {
  let next: Clock | null = null
  for (const clock of [assignmentClock(ticket, policy, now), callbackClock(ticket, policy, now), answerClock(ticket, policy, now)]) {
    if (isOpenPromise(clock) && (next === null || clock.due < next.due)) next = clock
  }
  return next
}
