import type { Engineer } from '../../domain/access/engineer'
import type { Instant } from '../../domain/calendar/time'
import type { Ticket } from '../../domain/ticket/ticket'
import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import type { TimelineEvent } from '../../domain/ticket/timelineEvent'
import type { CommandName } from '../../protocol/commands/ticketCommands'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'

/** What a command is carried out with, inside its transaction. */
export interface CommandRoom {
  readonly context: BackendContext
  readonly tx: Queries
  readonly touched: Touched
  readonly engineer: Engineer
  /** When the person acted, clamped (sync.md, SLA/callback facts). */
  readonly at: Instant
  /** The ticket's `rev` the person was looking at, by field; empty when the desk did not say. */
  readonly base: Readonly<Record<string, number>>
}

export type CommandOf<N extends CommandName> = Extract<TicketCommand, { name: N }>

/** A refusal with a sentence for the person; it changes nothing and is stored as the intent's result. */
export interface CommandRefusal {
  readonly code: string
  readonly sentence: string
  /** The timeline entry of the other person's write that stands instead (P7). */
  readonly theirs?: string
}

/** What a command needs beyond the domain's rule, which decides the new ticket and its event. */
export interface CommandHandler<N extends CommandName> {
  /** Refuses for reasons only stored rows can tell; asked before the rule. */
  readonly check?: (room: CommandRoom, ticket: Ticket, args: CommandOf<N>['args']) => Promise<CommandRefusal | null>
  /** Writes what follows from the stored ticket and event, in the same transaction. */
  readonly after?: (room: CommandRoom, ticket: Ticket, event: TimelineEvent | null) => Promise<void>
}

/** A handler found by a name known only at run time: its arguments are those its command was read with. */
export type FoundHandler = Pick<CommandHandler<CommandName>, 'after'> & {
  readonly check?: (room: CommandRoom, ticket: Ticket, args: TicketCommand['args']) => Promise<CommandRefusal | null>
}
