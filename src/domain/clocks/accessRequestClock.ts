import type { AccessRequest } from '../access/accessRequest'
import { accessRequestDue } from '../access/accessRequestDue'
import { businessMinutesBetween } from '../calendar/businessTime'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { Instant, ZoneId } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { Clock } from './clock'
import { measureClock } from './measureClock'

/**
 * How long a request for access waits (R32): due at the end of its business day by the site's calendar, in business
 * minutes. Any decision stops it, also a denial or an expiry.
 */
export const accessRequestClock = (
  request: Pick<AccessRequest, 'requestedAt' | 'decision'>,
  zone: ZoneId,
  policy: Policy,
  now: Instant,
): Clock => {
  const { due, rule } = accessRequestDue(request, zone, policy)
  const { requestedAt } = request
  return measureClock(
    {
      kind: 'access',
      from: requestedAt,
      stoppedAt: request.decision?.at ?? null,
      unit: 'business',
      allowedMinutes: businessMinutesBetween(serviceCalendar(policy, zone), requestedAt, due),
      due,
      houseTarget: false,
      rule,
    },
    zone,
    policy,
    now,
  )
}
