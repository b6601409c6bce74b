import type { Instant } from '../calendar/time'
import type { CallOutcome, Priority, Ticket, TicketState } from './ticket'
import type { Actor, TimelineBody } from './timelineEvent'

/** What an engineer can do to a ticket. One protocol file, one rule here, one outbox file, one backend file each. */
export type TicketCommand =
  | { readonly name: 'acknowledge'; readonly args: { readonly ticketId: string; readonly eventId: string } }
  /** `reason`: why it is taken out of turn (R50); a claim is never refused for that. */
  | { readonly name: 'claim'; readonly args: { readonly ticketId: string; readonly eventId: string; readonly reason?: string } }
  | { readonly name: 'release'; readonly args: { readonly ticketId: string; readonly eventId: string; readonly reason: string } }
  | {
      readonly name: 'logCall'
      readonly args: {
        readonly ticketId: string
        readonly eventId: string
        readonly outcome: CallOutcome
        readonly number: string
        readonly contactName: string
        readonly text: string
        readonly startedAt: Instant
        readonly minutes: number
      }
    }
  | { readonly name: 'addNote'; readonly args: { readonly ticketId: string; readonly eventId: string; readonly text: string } }
  | { readonly name: 'reply'; readonly args: { readonly ticketId: string; readonly eventId: string; readonly text: string } }
  | {
      readonly name: 'setPriority'
      readonly args: {
        readonly ticketId: string
        readonly eventId: string
        readonly priority: Priority
        readonly productionDown: boolean
        readonly reason: string
      }
    }
  | {
      readonly name: 'setState'
      readonly args: { readonly ticketId: string; readonly eventId: string; readonly state: TicketState; readonly reason: string }
    }
  /** The engineer listened to the voicemail that opened the ticket (R17). */
  | { readonly name: 'hearVoicemail'; readonly args: { readonly ticketId: string; readonly eventId: string } }
  | { readonly name: 'releaseHold'; readonly args: { readonly ticketId: string; readonly eventId: string; readonly reason: string } }
  | {
      readonly name: 'identify'
      readonly args: {
        readonly ticketId: string
        readonly eventId: string
        readonly customerId: string
        readonly siteId: string
        readonly contactId: string | null
      }
    }

/** The name a command goes by on the wire, in the outbox and in the roles (R1–R6). */
/** The commands by name, as the wire and the table of operations know them. */
export type TicketCommandName = TicketCommand['name']

/** What a command is decided with. `at` is the event's time: now, or an offline time already clamped. */
export interface CommandContext {
  readonly at: Instant
  readonly actor: Actor & { readonly kind: 'engineer'; readonly id: string }
  /** Name of an engineer by id, for sentences; answers null when unknown. */
  readonly engineerName: (id: string) => string | null
  /** What `identify` needs to know of the chosen site; null when it does not exist. */
  readonly site: (id: string) => { readonly customerId: string; readonly customerName: string; readonly zone: Ticket['zone'] } | null
}

/** Why a command was refused, with a sentence for the person who gave it. */
export interface Refusal {
  readonly code: 'notFound' | 'notAllowed' | 'alreadyClaimed' | 'notClaimed' | 'badTransition' | 'invalid' | 'nothingToDo' | 'changedMeanwhile'
  readonly sentence: string
}

/** The new ticket row and the timeline entry; no entry when nothing had to change. */
export interface AppliedCommand {
  readonly ok: true
  readonly ticket: Ticket
  readonly event: { readonly id: string; readonly body: TimelineBody; readonly at: Instant } | null
}

/** A refusal that changes nothing. */
export interface RefusedCommand {
  readonly ok: false
  readonly refusal: Refusal
}

/** What became of a command. */
/** What a command comes to. */
export type CommandOutcome = AppliedCommand | RefusedCommand
