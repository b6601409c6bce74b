import { applyCommand } from '../../domain/ticket/applyCommand'
import type { Ticket } from '../../domain/ticket/ticket'
import type { CommandContext } from '../../domain/ticket/ticketCommand'
import type { TimelineEvent } from '../../domain/ticket/timelineEvent'
import type { TicketIntent } from './outboxRow'

/** What pending intents make of a confirmed row. */
export interface Overlaid {
  readonly ticket: Ticket
  readonly events: readonly TimelineEvent[]
}

export type OverlayContext = Omit<CommandContext, 'at'>

/**
 * Lays pending intents over a confirmed row, in order. Computed anew from the confirmed row each time, so it is
 * rebased by every pull; an intent that no longer fits shows nothing here, and its fate is told by the backend.
 */
export const overlay = (confirmed: Ticket, pending: readonly TicketIntent[], context: OverlayContext): Overlaid => {
  let ticket = confirmed
  const events: TimelineEvent[] = []
  for (const intent of pending.toSorted((a, b) => a.mut - b.mut)) {
    const outcome = applyCommand(ticket, intent.command, { ...context, at: intent.at })
    if (!outcome.ok) continue
    ticket = outcome.ticket
    if (outcome.event !== null) events.push({ ...outcome.event, rev: 0, ticketId: ticket.id, actor: context.actor })
  }
  return { ticket, events }
}
