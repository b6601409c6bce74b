import { sayClockTime, sayDay, sayDayInFull } from '../calendar/sayTime'
import type { Instant, ZoneId } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { AccessRequest } from './accessRequest'
import { accessRequestDue } from './accessRequestDue'

/**
 * When who asked for access may expect an answer, in words for them (R32): `Access is typically set up today, until
 * 17:00 CT.` Once that time has passed it says what we aimed for and no more. `zone` as for `accessRequestDue`.
 */
export const accessExpectation = (request: Pick<AccessRequest, 'requestedAt'>, zone: ZoneId, policy: Policy, now: Instant): string => {
  const { due } = accessRequestDue(request, zone, policy)
  const day = sayDay(due, zone, now) === 'today' ? 'today' : `on ${sayDayInFull(due, zone, now)}`
  const until = sayClockTime(due, zone)
  return now >= due ? `We aimed to set it up ${day}, until ${until}, and are late. Every engineer sees this request as overdue.` : `Access is typically set up ${day}, until ${until}.`
}
