import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import { answerClock } from './answerClock'
import { assignmentClock } from './assignmentClock'
import type { ClockedTicket } from './assignmentClock'
import { callbackClock } from './callbackClock'
import type { Clock } from './clock'
import { followUpClocks } from './followUpClocks'

/** The open one of the two that is due first; equals keep the first. */
const sooner = (a: Clock | null, b: Clock | null): Clock | null => {
  if (b === null || b.stoppedAt !== null) return a
  return a === null || b.due < a.due ? b : a
}

const none: readonly Clock[] = []

/** The open promise that is due first, overdue ones included; null when none is open (R57–R67). */
export const nextClock = (ticket: ClockedTicket, policy: Policy, now: Instant): Clock | null => {
  const first = sooner(sooner(sooner(null, assignmentClock(ticket, policy, now)), callbackClock(ticket, policy, now)), answerClock(ticket, policy, now))
  const followUps = ticket.facts.some((fact) => fact.kind === 'followUp') ? followUpClocks(ticket, policy, now) : none
  return followUps.reduce(sooner, first)
}
