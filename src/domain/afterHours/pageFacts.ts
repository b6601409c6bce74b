import type { Instant, ZoneId } from '../calendar/time'
import type { Contract } from '../customer/customer'
import type { Shift } from '../onCall/shift'
import type { Policy } from '../policy/policy'
import type { Channel, Environment, Priority } from '../ticket/ticket'

/** All that a page decision rests on (R68). `now` is the moment of receipt, or of the change to Urgent (R70). */
export interface PageFacts {
  readonly now: Instant
  readonly channel: Channel
  readonly customerPriority: Priority
  /** Who set the priority that is being decided on; an engineer's Urgent never pages by itself (R71). */
  readonly prioritySetBy: 'customer' | 'engineer'
  /** The customer site's zone. */
  readonly zone: ZoneId
  readonly policy: Policy
  /** Null when the account is unknown (R23). */
  readonly contracts: readonly Contract[] | null
  readonly shifts: readonly Shift[]
  readonly environment: Environment
}
