import { applied, refused } from './applied'
import { findFollowUp } from './findFollowUp'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/** Which promise to withdraw, and why; the reason is told on the timeline. */
export interface DropFollowUpArgs {
  readonly ticketId: string
  readonly eventId: string
  readonly followUpId: string
  readonly reason: string
}

/** Withdraws a promise to come back, with a reason: the customer was told a time, so somebody will ask (R66). */
export const dropFollowUp = (ticket: Ticket, args: DropFollowUpArgs, context: CommandContext): CommandOutcome => {
  const { followUpId } = args
  const found = findFollowUp(ticket, followUpId)
  if (!found.ok) return found
  const reason = args.reason.trim()
  if (reason === '') return refused('invalid', 'Please say why nobody comes back to the customer, who was promised it.')
  return applied(ticket, context, {
    facts: [{ kind: 'followUpDropped', at: context.at, id: followUpId }],
    event: { id: args.eventId, body: { kind: 'followUpDropped', followUpId, due: found.followUp.due, reason } },
  })
}
