import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { TimelineBody } from '../../domain/ticket/timelineEvent'
import type { Ticket } from '../../domain/ticket/ticket'
import { timelineEvent } from '../db/schema'
import type { CommandRefusal, CommandRoom } from './commandHandler'

/**
 * Refuses a change of a field that somebody else changed after the person last saw it (sync.md, Conflict rule: base
 * unchanged → apply, else the server's value stays). Without a base there is nothing to compare.
 */
export const changedMeanwhile = async (
  { context, tx, engineer, base }: CommandRoom,
  ticket: Ticket,
  field: { readonly name: string; readonly kind: TimelineBody['kind']; readonly says: string },
): Promise<CommandRefusal | null> => {
  const seen = base[field.name]
  if (seen === undefined || ticket.rev <= seen) return null
  const [change] = await tx
    .select()
    .from(timelineEvent)
    .where(and(eq(timelineEvent.ticketId, ticket.id), gt(timelineEvent.rev, seen), sql`${timelineEvent.body} ->> 'kind' = ${field.kind}`))
    .orderBy(desc(timelineEvent.rev))
    .limit(1)
  if (!change || change.actor.id === engineer.id) return null
  const when = sayMoment(change.at, ticket.zone, context.now())
  return {
    code: 'changedMeanwhile',
    sentence: `${change.actor.name} changed the ${field.says} of #${ticket.number} (${when}) after you last saw it, so yours was not applied. Give it again if it is still right.`,
  }
}
