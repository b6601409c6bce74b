import { applied, refused, unchanged } from './applied'
import type { ArgsOf } from './argsOf'
import { mergedInto } from './mergedInto'
import { mayMove } from './stateTransitions'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/**
 * Moves a ticket through its states. Waiting, resolved and closed mean that it is our turn no more, so they end the
 * wait of the customer's message (R67). Waiting pauses no first-callback clock (R66). A merged
 * ticket is not reopened beside the one that carries on for it (R50).
 */
export const setState = (ticket: Ticket, args: ArgsOf<'setState'>, context: CommandContext): CommandOutcome => {
  if (args.state === ticket.state) return unchanged(ticket)
  if (ticket.state === 'closed' && mergedInto(ticket) !== null) {
    return refused('badTransition', 'This ticket is merged into another one, which carries on for it. Split it off there instead.')
  }
  if (!mayMove(ticket.state, args.state)) {
    return refused('badTransition', `A ${ticket.state} ticket cannot become ${args.state}. Reopen it first.`)
  }
  return applied(ticket, context, {
    fields: { state: args.state, ...(args.state === 'open' ? {} : { unansweredSince: null }) },
    facts: [{ kind: 'state', at: context.at, state: args.state }],
    event: { id: args.eventId, body: { kind: 'state', from: ticket.state, to: args.state, reason: args.reason.trim() } },
  })
}
