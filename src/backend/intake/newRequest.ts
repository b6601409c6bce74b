import type { Instant } from '../../domain/calendar/time'
import type { NewTicketFacts } from '../../domain/ticket/newTicket'
import type { AnswerBy, Channel, Environment, HeldReason, Priority, Requester } from '../../domain/ticket/ticket'
import type { Actor } from '../../domain/ticket/timelineEvent'
import type { StagedFile } from '../context'

/** A request for support as a channel hands it over; what the person may do is decided by `openTicket`. */
export interface NewRequest {
  /** Given when the channel may hand over the same request twice; a ticket of this id is then opened once. */
  readonly ticketId?: string
  readonly channel: Channel
  readonly customerId: string | null
  readonly siteId: string | null
  readonly contactId: string | null
  readonly requester: Requester
  readonly brief: string
  readonly detail: string
  readonly priority: Priority
  readonly environment: Environment
  readonly answerBy: AnswerBy
  /** Receipt at the channel. */
  readonly receivedAt: Instant
  readonly attachments: readonly StagedFile[]
  /** Set when the channel already knows that the ticket must be held (R31); else the contact's rights decide. */
  readonly heldReason: HeldReason | null
  /** Set when an engineer logs a call: who, under which event, and the priority they gave it (R18). Absent where the customer's own request came in. */
  readonly logged?: { readonly eventId: string; readonly by: Actor; readonly review: NonNullable<NewTicketFacts['review']> }
}
