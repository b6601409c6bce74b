import { applied, refused } from './applied'
import type { ArgsOf } from './argsOf'
import { mergedInto } from './mergedInto'
import type { Ticket, TicketFact } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/**
 * Answers the customer. Ends the wait of their message (R67); stops the callback clock only when they asked for
 * e-mail (R60). A reply on a closed ticket reopens it, unless another one carries on for it (R50).
 */
export const reply = (ticket: Ticket, args: ArgsOf<'reply'>, context: CommandContext): CommandOutcome => {
  if (args.text.trim() === '') return refused('invalid', 'The reply is empty. Write something to the customer first.')
  const reopens = ticket.state === 'closed' && mergedInto(ticket) === null
  const facts: TicketFact[] = [{ kind: 'emailReply', at: context.at }]
  if (reopens) facts.unshift({ kind: 'state', at: context.at, state: 'open' })
  return applied(ticket, context, {
    fields: { unansweredSince: null, ...(reopens ? { state: 'open' as const } : {}) },
    facts,
    event: { id: args.eventId, body: { kind: 'message', direction: 'out', via: 'desk', text: args.text } },
  })
}
