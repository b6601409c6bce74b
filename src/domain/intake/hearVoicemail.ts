import { applied, refused, unchanged } from '../ticket/applied'
import type { Ticket } from '../ticket/ticket'
import type { CommandContext, CommandOutcome } from '../ticket/ticketCommand'
import { channelRules } from './channelRules'

/** An engineer listened to the voicemail of a ticket; the first one counts (R17). */
export const hearVoicemail = (ticket: Ticket, args: { readonly ticketId: string; readonly eventId: string }, context: CommandContext): CommandOutcome => {
  if (channelRules[ticket.channel].firstStep !== 'listen') return refused('nothingToDo', 'This ticket did not come by voicemail, so there is nothing to listen to.')
  if (ticket.facts.some(({ kind }) => kind === 'heard')) return unchanged(ticket)
  return applied(ticket, context, {
    facts: [{ kind: 'heard', at: context.at, engineerId: context.actor.id }],
    event: { id: args.eventId, body: { kind: 'heard' } },
  })
}
