import { addBusinessMinutes } from '../calendar/businessTime'
import { nextOpening } from '../calendar/openTimes'
import { sayClockTime, sayDay, sayDayInFull } from '../calendar/sayTime'
import { serviceCalendar } from '../calendar/serviceCalendar'
import { addRealMinutes } from '../calendar/time'
import type { Instant, ZoneId } from '../calendar/time'
import { allowedCallback } from '../clocks/callbackClock'
import type { Policy } from '../policy/policy'
import type { Priority } from '../ticket/ticket'
import { pagedWords } from './pagedWords'

/** What the words depend on. `zone` is the customer site's; times are told in it. */
export interface ExpectationFacts {
  readonly priority: Priority
  readonly productionDown: boolean
  readonly receivedAt: Instant
  readonly policy: Policy
  readonly zone: ZoneId
  /** When the page went out, or null when nobody was paged; later than receipt when the customer raised it (R70). */
  readonly pagedAt: Instant | null
  /** Without an active contract nothing is promised (R99). */
  readonly clocksAreGoals: boolean
  readonly now: Instant
}

/**
 * When the customer may expect a call, in words for them (R30, R69, R72). House targets and everything without an
 * active contract are told as an aim (R99), the firm's own promises as something to expect; once the time has passed,
 * it says what we aimed for and no more.
 */
export const callbackExpectation = ({ priority, productionDown, receivedAt, policy, zone, pagedAt, clocksAreGoals, now }: ExpectationFacts): string => {
  const say = (at: Instant): string => {
    const day = sayDay(at, zone, now) === 'today' ? 'today' : `on ${sayDayInFull(at, zone, now)}`
    return `${sayClockTime(at, zone)} ${day}`
  }
  if (pagedAt !== null) {
    const due = addRealMinutes(pagedAt, policy.values.pageCallbackMinutes)
    const paged = pagedWords(pagedAt, policy)
    return now > due ? `${paged.over} and aimed to call you by ${say(due)}.` : `${paged.open}. Expect a call promptly, by ${say(due)} at the latest.`
  }
  const calendar = serviceCalendar(policy, zone)
  const allowed = allowedCallback({ customerPriority: priority, engineerPriority: null, productionDown, environment: 'unknown' }, policy.values)
  const opening = nextOpening(calendar, receivedAt)
  const due = addBusinessMinutes(calendar, receivedAt, allowed.allowedMinutes)
  if (now > due) return `We aimed to call you by ${say(due)}.`
  const expected = allowed.houseTarget || clocksAreGoals ? `We aim to call you by ${say(due)}.` : `Expect a call from an engineer by ${say(due)}.`
  if (opening === receivedAt || now >= opening) return expected
  const seen = `Nobody is woken for this request. An engineer will see it at ${say(opening)}`
  return priority === 'urgent' ? `${seen} and call you as soon as possible that day.` : `${seen}. ${expected}`
}
