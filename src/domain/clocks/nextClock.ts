import { serviceCalendar } from '../calendar/serviceCalendar'
import type { ServiceCalendar } from '../calendar/serviceCalendar'
import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import { answerPromise } from './answerClock'
import { assignmentPromise } from './assignmentClock'
import type { ClockedTicket } from './assignmentClock'
import { callbackPromise } from './callbackClock'
import type { Clock } from './clock'
import { followUpPromises } from './followUpClocks'
import { dueOf, measureClock } from './measureClock'
import type { Promised } from './measureClock'

/** The open one of the two that is due first; of equals the first one. */
const sooner = (a: Promised | null, b: Promised | null, calendar: ServiceCalendar): Promised | null => {
  if (b === null || b.stoppedAt !== null) return a
  return a === null || dueOf(b, calendar) < dueOf(a, calendar) ? b : a
}

/**
 * The open promise that is due first, overdue ones included; null when none is open (R57–R67). Of equals the
 * assignment comes first, then the callback. Only that one is measured, for the sake of long queues.
 */
export const nextClock = (ticket: ClockedTicket, policy: Policy, now: Instant): Clock | null => {
  const calendar = serviceCalendar(policy, ticket.zone)
  let next = sooner(null, assignmentPromise(ticket, policy), calendar)
  next = sooner(next, callbackPromise(ticket, policy), calendar)
  next = sooner(next, answerPromise(ticket, policy), calendar)
  if (ticket.facts.some((fact) => fact.kind === 'followUp')) {
    for (const promised of followUpPromises(ticket)) next = sooner(next, promised, calendar)
  }
  return next === null ? null : measureClock(next, ticket.zone, policy, now)
}
