import { sayMoment } from '../../domain/calendar/sayTime'
import type { CommandField } from '../../domain/conflict/fieldRules'
import { settleWrite } from '../../domain/conflict/settleWrite'
import type { Ticket } from '../../domain/ticket/ticket'
import type { CommandRefusal, CommandRoom } from './commandHandler'
import { findTheirs } from './findTheirs'

/**
 * Refuses a write of a three-way field that somebody else wrote after the person last saw it (P7). Without a base there
 * is nothing to compare. `same`: the field already holds what is written.
 */
export const changedMeanwhile = async ({ context, tx, engineer, base }: CommandRoom, ticket: Ticket, field: CommandField, same: boolean): Promise<CommandRefusal | null> => {
  const since = base[field.field]
  const theirs = since === undefined || ticket.rev <= since ? null : await findTheirs(tx, { ticketId: ticket.id, field, engineerId: engineer.id, since })
  if (theirs === null || settleWrite({ rule: field.rule, same, changedSince: true }) === 'apply') return null
  const when = sayMoment(theirs.at, ticket.zone, context.now())
  return {
    code: 'changedMeanwhile',
    sentence: `${theirs.actor.name} changed the ${field.field} of #${ticket.number} (${when}) after you last saw it, so yours was not applied. Give it again if it is still right.`,
    theirs: theirs.id,
  }
}
