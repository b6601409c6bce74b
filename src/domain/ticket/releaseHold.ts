import { applied, refused } from './applied'
import type { ArgsOf } from './argsOf'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/** Lets a ticket of somebody not on the authorized list through, with the engineer's reason (R31). */
export const releaseHold = (ticket: Ticket, args: ArgsOf<'releaseHold'>, context: CommandContext): CommandOutcome => {
  if (ticket.heldReason === null) return refused('nothingToDo', 'This ticket is not held any more.')
  const reason = args.reason.trim()
  if (reason === '') return refused('invalid', 'Please say why this request may go on, although the requester is not authorized.')
  return applied(ticket, context, {
    fields: { heldReason: null },
    facts: [{ kind: 'released', at: context.at }],
    event: { id: args.eventId, body: { kind: 'released', reason } },
  })
}
