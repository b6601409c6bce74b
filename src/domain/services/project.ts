import type { Instant } from '../calendar/time'
import type { ProjectEvent } from './projectEvent'
import type { ProjectState } from './projectState'
import type { ServiceItemId, ServiceVariant } from './serviceItem'

/** One thing the customer asks for; `variant` is null when the list names no place or none was said (R84). */
export interface ProjectItem {
  readonly item: ServiceItemId
  readonly variant: ServiceVariant | null
}

/** The Account Manager's quote (R6). `amountCents` is in hundredths of `currency`, an ISO 4217 code. */
export interface Quote {
  readonly number: string
  readonly amountCents: number
  readonly currency: string
  readonly sentAt: Instant
}

/** One appointment, half-open `[startsAt, endsAt)`. `outsideHours` = not wholly within the customer's service hours (R82). */
export interface Appointment {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly engineerId: string
  readonly onSite: boolean
  readonly outsideHours: boolean
}

/** A piece of work for a quote, from the request to the last day. `rev` is the commit number of its last change. */
export interface Project {
  readonly id: string
  readonly rev: number
  readonly customerId: string
  /** The ticket it came out of (R88); null when the customer asked the Account Manager. */
  readonly ticketId: string | null
  readonly state: ProjectState
  readonly items: readonly ProjectItem[]
  readonly quote: Quote | null
  /** When the signed quote came back (R91). */
  readonly signedQuoteAt: Instant | null
  readonly purchaseOrder: { readonly number: string; readonly at: Instant } | null
  /** When the overview meeting is, or was (R92). */
  readonly meetingAt: Instant | null
  /** What the meeting gathered (R93). */
  readonly statementOfWork: string | null
  readonly scheduled: readonly Appointment[]
  /** The dedicated Installation engineer (R95). */
  readonly engineerId: string | null
  /** Oldest first, append-only. */
  readonly history: readonly ProjectEvent[]
}
