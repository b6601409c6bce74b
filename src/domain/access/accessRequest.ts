import type { Instant } from '../calendar/time'
import type { Actor } from '../ticket/timelineEvent'

/**
 * `addition`: the primary contact asks for somebody to be put on the list (R32). `temporary`: somebody asks for
 * access while the primary contact is unknown or away (R33).
 */
export const accessRequestKinds = ['addition', 'temporary'] as const
export type AccessRequestKind = (typeof accessRequestKinds)[number]

/**
 * `open` waits for us. `granted`: the person has access; a temporary one still waits for the primary contact (R34).
 * `confirmed`, `denied` by the primary contact or by us; `expired`: nobody confirmed in time.
 */
export const accessRequestStates = ['open', 'granted', 'confirmed', 'denied', 'expired'] as const
export type AccessRequestState = (typeof accessRequestStates)[number]

/** A request for access to the portal, from the access mailbox or the portal (R24, R32–R34). Not a ticket. */
export interface AccessRequest {
  readonly id: string
  readonly rev: number
  /** Null until an engineer found the account. */
  readonly customerId: string | null
  readonly kind: AccessRequestKind
  /** The person who is to get access, as given; null = not given. */
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
  /** Who asked: the address the request came from, and the contact it belongs to, if any. */
  readonly requestedBy: { readonly email: string; readonly contactId: string | null }
  readonly requestedAt: Instant
  /** What was written, as plain text: often the only place where the company is named. */
  readonly text: string
  readonly state: AccessRequestState
  /** The contact that got the access; null before that. */
  readonly contactId: string | null
  /** The last decision: who, when and in what words; null while open. */
  readonly decision: { readonly by: Actor; readonly at: Instant; readonly reason: string } | null
}
