import { realMinutesBetween } from '../calendar/time'
import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'
import { followUpsOf } from '../ticket/followUpsOf'
import type { ClockedTicket } from './assignmentClock'
import type { Clock } from './clock'
import { measureClock } from './measureClock'
import type { Promised } from './measureClock'

/** The promises that `followUpClocks` measures. */
export const followUpPromises = (ticket: ClockedTicket): readonly Promised[] =>
  followUpsOf(ticket).map(({ promisedAt, due }) => ({
    kind: 'followUp',
    from: promisedAt,
    stoppedAt: null,
    unit: 'real',
    allowedMinutes: realMinutesBetween(promisedAt, due),
    due,
    houseTarget: false,
    rule: 'R66',
  }))

/**
 * The promises to come back that are still open (R66), the one due first first. The customer was told a moment, so
 * they run around the clock, in real minutes, and no closing time pauses them.
 */
export const followUpClocks = (ticket: ClockedTicket, policy: Policy, now: Instant): readonly Clock[] =>
  followUpPromises(ticket).map((promised) => measureClock(promised, ticket.zone, policy, now))
