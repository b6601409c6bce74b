import type { Instant } from '../../domain/calendar/time'
import type { AccessCommand } from '../../domain/access/accessCommand'
import type { ContactCommand } from '../../domain/customer/contactCommand'
import type { PhoneCommand } from '../../domain/intake/phoneCommand'
import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import { isAccessCommand, isContactCommand } from '../../protocol/commands/deskCommands'
import type { DeskCommand } from '../../protocol/commands/deskCommands'
import type { Mutation } from '../../protocol/commands/push'

/** One intent of one engineer, kept until the backend has dealt with it. */
export interface OutboxRow {
  readonly engineerId: string
  /** Gapless per device and engineer, from 1; given anew when a backend was restored from a backup. */
  readonly mut: number
  /** The epoch of the backend it was meant for. */
  readonly serverEpoch: string
  /** Null for what is not done to a ticket. */
  readonly ticketId: string | null
  /** Unique for ever, whatever number the intent bears. */
  readonly eventId: string
  readonly command: DeskCommand
  readonly base: Mutation['base']
  /** The desk's clock when the person acted. */
  readonly at: Instant
  /** The person took it back before it was dealt with; its number is still sent, with nothing to carry out. */
  readonly withdrawn?: true
}

/**
 * An intent the backend refused, with its whole text, until the person has dismissed it (P6). It lives under its event
 * and apart from the outbox, so that no number given a second time can overwrite it.
 */
export interface RefusedRow extends OutboxRow {
  /** Why it was refused. */
  readonly sentence: string
  /** The timeline entry of the other person's write that stands instead; absent when that was not why, or not known (P7). */
  readonly theirs?: string
}

/** An intent that makes a ticket or is done to one. */
export type TicketIntent = OutboxRow & { readonly ticketId: string; readonly command: TicketCommand | PhoneCommand }

/** An intent that does something for a contact. */
export type ContactIntent = OutboxRow & { readonly ticketId: null; readonly command: ContactCommand }

/** An intent that decides on a request for access. */
export type AccessIntent = OutboxRow & { readonly ticketId: null; readonly command: AccessCommand }

export const isTicketIntent = (row: OutboxRow): row is TicketIntent => row.ticketId !== null

export const isAccessIntent = (row: OutboxRow): row is AccessIntent => isAccessCommand(row.command)

export const isContactIntent = (row: OutboxRow): row is ContactIntent => isContactCommand(row.command)
