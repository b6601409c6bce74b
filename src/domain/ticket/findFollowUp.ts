import { sayClockTime } from '../calendar/sayTime'
import { refused } from './applied'
import { followUpsOf } from './followUpsOf'
import type { FollowUp } from './followUpsOf'
import type { Ticket } from './ticket'
import type { RefusedCommand } from './ticketCommand'

/** The open promise of this id (R66), or the refusal that says why there is nothing to keep or withdraw. */
export const findFollowUp = (ticket: Ticket, id: string): { readonly ok: true; readonly followUp: FollowUp } | RefusedCommand => {
  const followUp = followUpsOf(ticket).find((each) => each.id === id)
  if (followUp !== undefined) return { ok: true, followUp }
  const ended = ticket.facts.findLast((fact) => (fact.kind === 'followUpKept' || fact.kind === 'followUpDropped') && fact.id === id)
  if (ended === undefined) return refused('invalid', 'This promise to come back is not on this ticket.')
  return refused('nothingToDo', `This promise to come back was ${ended.kind === 'followUpKept' ? 'kept' : 'withdrawn'} at ${sayClockTime(ended.at, ticket.zone)} already.`)
}
