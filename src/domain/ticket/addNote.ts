import { applied, refused } from './applied'
import type { ArgsOf } from './argsOf'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/** Adds an internal note; no customer ever sees it. Allowed in every state. */
export const addNote = (ticket: Ticket, args: ArgsOf<'addNote'>, context: CommandContext): CommandOutcome => {
  if (args.text.trim() === '') return refused('invalid', 'The note is empty. Write something, or leave it out.')
  return applied(ticket, context, { event: { id: args.eventId, body: { kind: 'note', text: args.text } } })
}
