import type { PageDecision } from '../afterHours/page'
import type { Instant } from '../calendar/time'
import type { CallOutcome, Channel, Priority, TicketState } from './ticket'

/** Who did it. `system` has no id. */
export interface Actor {
  readonly kind: 'engineer' | 'customer' | 'system'
  readonly id: string | null
  readonly name: string
}

/** What happened. Only `received`, `message` and `state` are ever shown to a customer. */
export type TimelineBody =
  | { readonly kind: 'received'; readonly channel: Channel; readonly priority: Priority; readonly text: string }
  | { readonly kind: 'message'; readonly direction: 'in' | 'out'; readonly via: 'portal' | 'email' | 'desk'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'call'
      readonly outcome: CallOutcome
      readonly number: string
      readonly contactName: string
      readonly text: string
      readonly startedAt: Instant
      /** Length of the call in whole real minutes. */
      readonly minutes: number
    }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'heard' }
  /** `reason` says why it was taken out of turn (R50). */
  | { readonly kind: 'assigned'; readonly engineerId: string; readonly engineerName: string; readonly reason?: string }
  | { readonly kind: 'unassigned'; readonly reason: string }
  | {
      readonly kind: 'priority'
      readonly by: 'customer' | 'engineer'
      readonly from: Priority
      readonly to: Priority
      readonly productionDown: boolean
      readonly reason: string
    }
  | { readonly kind: 'state'; readonly from: TicketState; readonly to: TicketState; readonly reason: string }
  /** The decision is here when nobody was paged, to be explained and decided again; a page keeps its own (P28). */
  | { readonly kind: 'page'; readonly pageId: string | null; readonly paged: boolean; readonly sentence: string; readonly decision: PageDecision | null }
  | { readonly kind: 'held'; readonly reason: string }
  | { readonly kind: 'released'; readonly reason: string }
  | { readonly kind: 'identified'; readonly customerId: string; readonly customerName: string }
  /** Another ticket was merged into this one; `from` → `to` is what that did to the priority (R49, R50). */
  | {
      readonly kind: 'merged'
      readonly ticketId: string
      readonly number: number
      readonly from: Priority
      readonly to: Priority
      readonly productionDown: boolean
      readonly reason: string
    }
  | { readonly kind: 'unmerged' | 'mergedInto' | 'splitOff'; readonly ticketId: string; readonly number: number; readonly reason: string }
  /** A promise to come back by `due`, and what was promised (R66). */
  | { readonly kind: 'followUp' | 'followUpKept'; readonly followUpId: string; readonly due: Instant; readonly text: string }
  | { readonly kind: 'followUpDropped'; readonly followUpId: string; readonly due: Instant; readonly reason: string }
  /** What became of a voicemail's recording: it came late, is tried again, or is given up; `detail` says why. */
  | { readonly kind: 'recording'; readonly outcome: 'arrived' | 'delayed' | 'lost'; readonly detail: string }
  | { readonly kind: 'mail'; readonly outcome: 'sent' | 'kept' | 'failed'; readonly to: string; readonly detail: string }

/** One entry of a ticket's timeline. Append-only: never edited, never removed. */
export interface TimelineEvent {
  readonly id: string
  readonly rev: number
  readonly ticketId: string
  /** When it took effect, by the backend's clock (offline events are clamped: sync.md, conflict rules). */
  readonly at: Instant
  readonly actor: Actor
  readonly body: TimelineBody
}
