import { applied, unchanged } from './applied'
import type { ArgsOf } from './argsOf'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/** Somebody has seen it; the first wins, later ones change nothing (P29). Ends the interruption on every desk. */
export const acknowledge = (ticket: Ticket, args: ArgsOf<'acknowledge'>, context: CommandContext): CommandOutcome =>
  ticket.acknowledgedAt === null
    ? applied(ticket, context, {
        fields: { acknowledgedAt: context.at, acknowledgedBy: context.actor.id },
        event: { id: args.eventId, body: { kind: 'acknowledged' } },
      })
    : unchanged(ticket)
