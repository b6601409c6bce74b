import { toInstant } from '../calendar/time'
import { applied, refused } from './applied'
import type { ArgsOf } from './argsOf'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/**
 * Logs an outbound call. A person reached or a voicemail left stops the callback clock (R60) and answers the
 * customer's message (R67); other outcomes are logged only. The call counts from the moment it began, which is
 * never before the ticket came nor after it was logged.
 */
export const logCall = (ticket: Ticket, args: ArgsOf<'logCall'>, context: CommandContext): CommandOutcome => {
  if (!Number.isInteger(args.minutes) || args.minutes < 0) return refused('invalid', 'The length of the call has to be a whole number of minutes, 0 or more.')
  const number = args.number.trim()
  if (number === '') return refused('invalid', 'Please enter the number you called.')
  const startedAt = toInstant(Math.min(Math.max(args.startedAt, ticket.receivedAt), context.at))
  const answered = args.outcome === 'reached' || args.outcome === 'voicemail'
  return applied(ticket, context, {
    fields: answered ? { unansweredSince: null } : {},
    facts: [{ kind: 'call', at: startedAt, outcome: args.outcome }],
    event: {
      id: args.eventId,
      body: { kind: 'call', outcome: args.outcome, number, contactName: args.contactName.trim(), text: args.text.trim(), startedAt, minutes: args.minutes },
    },
  })
}
