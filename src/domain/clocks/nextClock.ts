import { serviceCalendar } from '../calendar/serviceCalendar'
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

const promisesOf = (ticket: ClockedTicket, policy: Policy): readonly (Promised | null)[] => {
  const usual = [assignmentPromise(ticket, policy), callbackPromise(ticket, policy), answerPromise(ticket, policy)]
  return ticket.facts.some((fact) => fact.kind === 'followUp') ? [...usual, ...followUpPromises(ticket)] : usual
}

/**
 * The open promise that is due first, overdue ones included; null when none is open (R57–R67). Of equals the
 * assignment comes first, then the callback. Only that one is measured, for the sake of long queues.
 */
export const nextClock = (ticket: ClockedTicket, policy: Policy, now: Instant): Clock | null => {
  const calendar = serviceCalendar(policy, ticket.zone)
  let next: Promised | null = null
  let nextDue = Number.POSITIVE_INFINITY
  for (const promised of promisesOf(ticket, policy)) {
    if (promised === null || promised.stoppedAt !== null) continue
    const due = dueOf(promised, calendar)
    if (due < nextDue) {
      next = promised
      nextDue = due
    }
  }
  return next === null ? null : measureClock(next, ticket.zone, policy, now)
}
