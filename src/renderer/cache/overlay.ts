import { logPhoneTicket } from '../../domain/intake/logPhoneTicket'
import type { PhoneCommand } from '../../domain/intake/phoneCommand'
import type { PhoneContext } from '../../domain/intake/phoneContext'
import { applyCommand } from '../../domain/ticket/applyCommand'
import type { Ticket } from '../../domain/ticket/ticket'
import type { TimelineEvent } from '../../domain/ticket/timelineEvent'
import type { TicketIntent } from './outboxRow'

/** What pending intents make of a confirmed row, or of none: a logged call is a ticket before the backend has it (R18). */
export interface Overlaid {
  readonly ticket: Ticket
  readonly events: readonly TimelineEvent[]
}

export type OverlayContext = Omit<PhoneContext, 'at'>

const opened = (args: PhoneCommand['args'], context: PhoneContext): Overlaid | null => {
  const outcome = logPhoneTicket(args, context)
  if (!outcome.ok) return null
  const { ticket, entries } = outcome
  // Only the first entry bears the intent's event; the others have no id until the backend gives one.
  return { ticket, events: entries.map((entry, index) => ({ ...entry, id: index === 0 ? args.eventId : `${args.eventId}/${String(index)}`, rev: 0, ticketId: ticket.id })) }
}

/**
 * Lays pending intents over a confirmed row, in order. Computed anew from the confirmed row each time, so it is
 * rebased by every pull; an intent that no longer fits shows nothing here, and its fate is told by the backend.
 * @param confirmed null while the backend does not have the ticket
 * @returns null when no intent makes the ticket either
 */
export function overlay(confirmed: Ticket, pending: readonly TicketIntent[], context: OverlayContext): Overlaid
export function overlay(confirmed: Ticket | null, pending: readonly TicketIntent[], context: OverlayContext): Overlaid | null
export function overlay(confirmed: Ticket | null, pending: readonly TicketIntent[], context: OverlayContext): Overlaid | null {
  let ticket = confirmed
  const events: TimelineEvent[] = []
  for (const { command, at } of pending.toSorted((a, b) => a.mut - b.mut)) {
    if (command.name === 'logPhoneTicket') {
      const made = ticket === null ? opened(command.args, { ...context, at }) : null
      if (made === null) continue
      ticket = made.ticket
      events.push(...made.events)
      continue
    }
    const outcome = ticket === null ? null : applyCommand(ticket, command, { ...context, at })
    if (outcome === null || !outcome.ok) continue
    ticket = outcome.ticket
    if (outcome.event !== null) events.push({ ...outcome.event, rev: 0, ticketId: ticket.id, actor: context.actor })
  }
  return ticket === null ? null : { ticket, events }
}
