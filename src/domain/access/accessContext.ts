import type { Instant, ZoneId } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { Actor } from '../ticket/timelineEvent'

/** What a decision on access is made with. `zone` is the site's, or the office's while no site is known. */
export interface AccessContext {
  readonly at: Instant
  readonly actor: Actor
  readonly zone: ZoneId
  readonly policy: Policy
}
