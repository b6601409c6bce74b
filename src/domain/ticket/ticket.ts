import type { Instant, ZoneId } from '../calendar/time'

/** The four priorities, most pressing first (R45). */
export const priorities = ['urgent', 'high', 'medium', 'low'] as const
export type Priority = (typeof priorities)[number]

/** How a ticket came in (R9–R22). `phone` is a live answered call (R18). */
export const channels = ['portal', 'email', 'techLine', 'hotline', 'phone'] as const
export type Channel = (typeof channels)[number]

/** `waiting` = for the customer. A reply on `resolved` or `closed` reopens. */
export const ticketStates = ['open', 'waiting', 'resolved', 'closed'] as const
export type TicketState = (typeof ticketStates)[number]

/** A test server is never Urgent (R46); `unknown` until somebody said. */
export const environments = ['production', 'test', 'unknown'] as const
export type Environment = (typeof environments)[number]

/** Why a ticket is held, visible but not workable as usual (R31). */
export type HeldReason = 'requesterNotAuthorized'

/** What an outbound call ended in. Only `reached` and `voicemail` stop the callback clock (R60). */
export const callOutcomes = ['reached', 'voicemail', 'noAnswer', 'busy', 'wrongNumber'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** How the customer wants to be answered; with `email` a reply stops the callback clock (R60). */
export type AnswerBy = 'phone' | 'email'

/**
 * The facts that order and clocks are computed from, oldest first. A compact extract of the timeline that travels
 * with the ticket, so that a queue of thousands needs no timeline to show its clocks (R57–R66).
 */
export type TicketFact =
  /** `reason` says why it was taken out of turn (R50); absent when nobody was passed over or nobody said. */
  | { readonly kind: 'assigned'; readonly at: Instant; readonly engineerId: string; readonly reason?: string }
  | { readonly kind: 'unassigned'; readonly at: Instant }
  /** The hold was released (R31); until then nobody was expected to work on it. */
  | { readonly kind: 'released'; readonly at: Instant }
  | { readonly kind: 'call'; readonly at: Instant; readonly outcome: CallOutcome }
  | { readonly kind: 'emailReply'; readonly at: Instant }
  /** A value somebody set, the customer's and the engineer's kept apart (R49). */
  | { readonly kind: 'priority'; readonly at: Instant; readonly priority: Priority; readonly productionDown: boolean; readonly by: 'customer' | 'engineer' }
  | { readonly kind: 'paged'; readonly at: Instant }
  /** An engineer listened to the voicemail that opened the ticket (R17). */
  | { readonly kind: 'heard'; readonly at: Instant; readonly engineerId: string }
  | { readonly kind: 'state'; readonly at: Instant; readonly state: TicketState }
  /** Another ticket was merged into this one and brought its receipt (R50). */
  | { readonly kind: 'merged'; readonly at: Instant; readonly ticketId: string; readonly receivedAt: Instant }
  /** That other ticket was split off again. */
  | { readonly kind: 'unmerged'; readonly at: Instant; readonly ticketId: string }
  /** This ticket was merged into another one, which carries on for both (R50). */
  | { readonly kind: 'mergedInto'; readonly at: Instant; readonly ticketId: string }
  /** This ticket was split off that other one and stands for itself again. */
  | { readonly kind: 'splitOff'; readonly at: Instant; readonly ticketId: string }
  /** An engineer promised to come back to the customer by `due` (R66). */
  | { readonly kind: 'followUp'; readonly at: Instant; readonly id: string; readonly due: Instant; readonly promisedBy: string }
  | { readonly kind: 'followUpKept'; readonly at: Instant; readonly id: string }
  | { readonly kind: 'followUpDropped'; readonly at: Instant; readonly id: string }

/** Who asked, as they gave it; a tech-line voicemail has only a number (R16). */
export interface Requester {
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** One request for support, as every desk sees it. `rev` is the commit number of its last change. */
export interface Ticket {
  readonly id: string
  readonly rev: number
  /** What people say on the phone: `#10042`. */
  readonly number: number
  /** Null while unidentified (R16). */
  readonly customerId: string | null
  readonly siteId: string | null
  readonly contactId: string | null
  readonly requester: Requester
  /** The customer site's zone, or the office's while unidentified (R25, R29). */
  readonly zone: ZoneId
  readonly channel: Channel
  readonly brief: string
  /** Receipt at the channel; never changes. The order goes by `receiptOf`, which knows of merged tickets (R50). */
  readonly receivedAt: Instant
  readonly customerPriority: Priority
  /** Null until an engineer reviewed it (R49). */
  readonly engineerPriority: Priority | null
  readonly productionDown: boolean
  readonly environment: Environment
  readonly answerBy: AnswerBy
  readonly state: TicketState
  readonly heldReason: HeldReason | null
  readonly assigneeId: string | null
  readonly acknowledgedAt: Instant | null
  readonly acknowledgedBy: string | null
  readonly facts: readonly TicketFact[]
  /** Since when the customer's last message is unanswered; null when it is our turn no more (R67). */
  readonly unansweredSince: Instant | null
  readonly lastActivityAt: Instant
}
