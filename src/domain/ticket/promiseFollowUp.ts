import type { Instant } from '../calendar/time'
import { applied, refused } from './applied'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/** `due` is an instant, UTC; `text` is what was promised. */
export interface PromiseFollowUpArgs {
  readonly ticketId: string
  readonly eventId: string
  readonly followUpId: string
  readonly due: Instant
  readonly text: string
}

/**
 * Promises the customer to come back by a time of its own, in any state of the ticket (R66). It moves no other clock and
 * answers no message; only keeping or withdrawing it ends it.
 */
export const promiseFollowUp = (ticket: Ticket, args: PromiseFollowUpArgs, context: CommandContext): CommandOutcome => {
  const { due, followUpId } = args
  const text = args.text.trim()
  if (text === '') return refused('invalid', 'Please say what you promised, so that a colleague could keep it.')
  if (due <= context.at) return refused('invalid', 'The time you promised has passed already. Choose one that lies ahead.')
  if (ticket.facts.some((fact) => fact.kind === 'followUp' && fact.id === followUpId)) return refused('nothingToDo', 'This promise is on the ticket already.')
  return applied(ticket, context, {
    facts: [{ kind: 'followUp', at: context.at, id: followUpId, due, promisedBy: context.actor.id }],
    event: { id: args.eventId, body: { kind: 'followUp', followUpId, due, text } },
  })
}
