import type { Engineer } from '../access/engineer'
import type { Instant, ZoneId } from '../calendar/time'
import type { Contract } from '../customer/customer'
import type { Shift } from '../onCall/shift'
import type { PolicyValues } from '../policy/policy'
import type { Channel, Environment, Priority } from '../ticket/ticket'
import type { StandbyWindow } from './standbyWindow'

/**
 * Why a decision is due: a request came in, its priority was raised (R70 by the customer, R71 by an engineer), the desk
 * closes for its customer (R65), or an engineer pages by hand (R71).
 */
export const pageOccasions = ['receipt', 'raised', 'closing', 'byHand'] as const
export type PageOccasion = (typeof pageOccasions)[number]

/** The numbers of the policy that page decisions use, each as in `PolicyValues`. */
export const pagePolicyKeys = [
  'officeZone',
  'hoursFollow',
  'serviceHours',
  'holidays',
  'pageSecondMinutes',
  'handOverAtClosing',
  'engineerUrgentPages',
  'contractGraceDays',
  'staffedFirstMinutes',
] as const satisfies readonly (keyof PolicyValues)[]

/** The policy as far as a page decision uses it; a whole `Policy` is one. */
export interface PagePolicy {
  readonly version: number
  readonly values: Pick<PolicyValues, (typeof pagePolicyKeys)[number]>
}

/**
 * All that a page decision rests on (R68), and all that its record keeps to be decided again. No words of the request
 * are among them: nobody's page is suppressed by a guess at what he means (R75).
 */
export interface PageFacts {
  readonly occasion: PageOccasion
  /** The moment of receipt, of the raise (R70), of closing (R65), or of the hand (R71). */
  readonly now: Instant
  readonly channel: Channel
  readonly customerPriority: Priority
  /** Null until an engineer reviewed it (R49); an engineer's Urgent does not page by itself (R71). */
  readonly engineerPriority: Priority | null
  readonly environment: Environment
  /** The customer site's zone, or the office's while the account is unknown (R25). */
  readonly zone: ZoneId
  readonly policy: PagePolicy
  /** Null when the account is unknown (R23). */
  readonly customerId: string | null
  /** The customer's contracts, past ones too; null when the account is unknown (R23). */
  readonly contracts: readonly Contract[] | null
  /** Bookings of any customer; only this one's count (R81). */
  readonly standby: readonly StandbyWindow[]
  /** The rota around `now` (R79). */
  readonly shifts: readonly Shift[]
  /** Those whom shifts and bookings name; the rota answers neither installation engineers nor inactive ones (R5, R82). */
  readonly engineers: readonly Pick<Engineer, 'id' | 'role' | 'active'>[]
  /** Who pages by hand and why, when the occasion is `byHand` (R71). */
  readonly byHand: { readonly by: string; readonly reason: string } | null
}
