import { serviceCalendar } from '../calendar/serviceCalendar'
import type { Instant, ZoneId } from '../calendar/time'
import type { Policy } from '../policy/policy'
import { endOfBusinessDayAfter } from './endOfBusinessDay'

/**
 * When temporary access that was granted at `grantedAt` ends unless it is confirmed (R34): at closing time of the
 * policy's `temporaryAccessDays`th business day after it, by the site's calendar. From then on it is suspended.
 */
export const temporaryAccessUntil = (grantedAt: Instant, zone: ZoneId, policy: Policy): Instant =>
  endOfBusinessDayAfter(serviceCalendar(policy, zone), grantedAt, policy.values.temporaryAccessDays)
