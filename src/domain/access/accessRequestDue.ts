import { businessMinutesBetween } from '../calendar/businessTime'
import { nextOpening } from '../calendar/openTimes'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { Instant, ZoneId } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { AccessRequest } from './accessRequest'
import { endOfBusinessDay } from './endOfBusinessDay'

/** When a request for access should be answered. */
export interface AccessRequestDue {
  readonly due: Instant
  readonly rule: 'R32'
}

/**
 * Access is typically set up on the same business day (R32): due at that day's closing time by the site's calendar
 * (`zone`: the site's, the office's while the account is unknown). With fewer business minutes left than the policy's
 * `accessCutoffMinutes`, or outside service hours, it is the next business day's closing time.
 */
export const accessRequestDue = (request: Pick<AccessRequest, 'requestedAt'>, zone: ZoneId, policy: Policy): AccessRequestDue => {
  const { requestedAt } = request
  const calendar = serviceCalendar(policy, zone)
  const end = endOfBusinessDay(calendar, requestedAt)
  const closed = nextOpening(calendar, requestedAt) > requestedAt
  const tooLate = !closed && businessMinutesBetween(calendar, requestedAt, end) < policy.values.accessCutoffMinutes
  return { due: tooLate ? endOfBusinessDay(calendar, end) : end, rule: 'R32' }
}
