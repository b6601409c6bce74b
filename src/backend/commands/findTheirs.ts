import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { CommandField } from '../../domain/conflict/fieldRules'
import type { TimelineEvent } from '../../domain/ticket/timelineEvent'
import type { Queries } from '../db/database'
import { timelineEvent } from '../db/schema'

interface Asked {
  readonly ticketId: string
  readonly field: CommandField
  /** Whose own writes are no conflict. */
  readonly engineerId: string
  /** Only writes after this `rev` of the ticket. */
  readonly since: number
}

/** The entry of the last write of a field by somebody else, for the one whose own write was not taken; null when there is none (P7). */
export const findTheirs = async (tx: Queries, { ticketId, field, engineerId, since }: Asked): Promise<TimelineEvent | null> => {
  if (field.tells.length === 0) return null
  const [last] = await tx
    .select()
    .from(timelineEvent)
    .where(and(eq(timelineEvent.ticketId, ticketId), gt(timelineEvent.rev, since), inArray(sql`${timelineEvent.body} ->> 'kind'`, [...field.tells])))
    .orderBy(desc(timelineEvent.rev))
    .limit(1)
  return last === undefined || last.actor.id === engineerId ? null : last
}
