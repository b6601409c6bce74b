import type { Instant } from '../../domain/calendar/time'
import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import type { Mutation } from '../../protocol/commands/push'

/**
 * One intent of one engineer, kept until the backend has dealt with it. `refused` ones stay, with the sentence and
 * the whole text, until the person has dismissed them (P6).
 */
export interface OutboxRow {
  readonly engineerId: string
  /** Gapless per device and engineer, from 1. */
  readonly mut: number
  /** The epoch of the backend it was meant for. */
  readonly serverEpoch: string
  readonly ticketId: string
  readonly eventId: string
  readonly command: TicketCommand
  readonly base: Mutation['base']
  /** The desk's clock when the person acted. */
  readonly at: Instant
  readonly status: 'pending' | 'refused'
  /** Why it was refused; empty while pending. */
  readonly sentence: string
}
