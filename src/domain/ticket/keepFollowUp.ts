import { applied } from './applied'
import { findFollowUp } from './findFollowUp'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/** `text` says how it was kept; it may be empty. */
export interface KeepFollowUpArgs {
  readonly ticketId: string
  readonly eventId: string
  readonly followUpId: string
  readonly text: string
}

/** Keeps a promise to come back (R66). Any engineer may; whether it was in time is `at` against `due`. */
export const keepFollowUp = (ticket: Ticket, args: KeepFollowUpArgs, context: CommandContext): CommandOutcome => {
  const { followUpId } = args
  const found = findFollowUp(ticket, followUpId)
  if (!found.ok) return found
  return applied(ticket, context, {
    facts: [{ kind: 'followUpKept', at: context.at, id: followUpId }],
    event: { id: args.eventId, body: { kind: 'followUpKept', followUpId, due: found.followUp.due, text: args.text.trim() } },
  })
}
