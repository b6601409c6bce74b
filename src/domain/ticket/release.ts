import { applied, refused } from './applied'
import type { ArgsOf } from './argsOf'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/** Gives a claimed ticket back to the queue, with a reason; the assignment clock is open again from receipt (R57). */
export const release = (ticket: Ticket, args: ArgsOf<'release'>, context: CommandContext): CommandOutcome => {
  if (ticket.assigneeId === null) return refused('notClaimed', 'Nobody has claimed this ticket, so there is nothing to give back.')
  if (ticket.assigneeId !== context.actor.id) {
    const holder = context.engineerName(ticket.assigneeId) ?? 'another engineer'
    return refused('notClaimed', `This ticket is claimed by ${holder}. Only they can give it back.`)
  }
  const reason = args.reason.trim()
  if (reason === '') return refused('invalid', 'Please say why you give this ticket back, so that the next engineer knows.')
  return applied(ticket, context, {
    fields: { assigneeId: null },
    facts: [{ kind: 'unassigned', at: context.at }],
    event: { id: args.eventId, body: { kind: 'unassigned', reason } },
  })
}
