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
  | { readonly kind: 'assigned'; readonly engineerId: string; readonly engineerName: string }
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
  | { readonly kind: 'page'; readonly pageId: string | null; readonly paged: boolean; readonly sentence: string }
  | { readonly kind: 'held'; readonly reason: string }
  | { readonly kind: 'released'; readonly reason: string }
  | { readonly kind: 'identified'; readonly customerId: string; readonly customerName: string }
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
