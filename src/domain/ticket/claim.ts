import { sayClockTime } from '../calendar/sayTime'
import { applied, refused, unchanged } from './applied'
import type { ArgsOf } from './argsOf'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

const sayWinner = (ticket: Ticket, assigneeId: string, context: CommandContext): string => {
  const since = ticket.facts.findLast((fact) => fact.kind === 'assigned')
  const when = since === undefined ? '' : ` at ${sayClockTime(since.at, ticket.zone)}`
  return `Already claimed by ${context.engineerName(assigneeId) ?? 'another engineer'}${when}.`
}

/**
 * Takes a ticket, compare-and-set: only one engineer wins, the others learn who and when (P8). Claiming what one
 * already has changes nothing. A claim acknowledges as well, and stops the assignment clock (R57). Taking it out of turn
 * is never refused, since work done offline must not be lost; the reason is kept beside it (R50).
 */
export const claim = (ticket: Ticket, args: ArgsOf<'claim'>, context: CommandContext): CommandOutcome => {
  const { actor, at } = context
  if (ticket.assigneeId === actor.id) return unchanged(ticket)
  if (ticket.assigneeId !== null) return refused('alreadyClaimed', sayWinner(ticket, ticket.assigneeId, context))
  if (ticket.state === 'closed') return refused('badTransition', 'This ticket is closed. Reopen it before claiming it.')
  const reason = args.reason?.trim() ?? ''
  const outOfTurn = reason === '' ? {} : { reason }
  return applied(ticket, context, {
    fields: {
      assigneeId: actor.id,
      acknowledgedAt: ticket.acknowledgedAt ?? at,
      acknowledgedBy: ticket.acknowledgedBy ?? actor.id,
    },
    facts: [{ kind: 'assigned', at, engineerId: actor.id, ...outOfTurn }],
    event: { id: args.eventId, body: { kind: 'assigned', engineerId: actor.id, engineerName: actor.name, ...outOfTurn } },
  })
}
