import { eq } from 'drizzle-orm'
import type { Queries } from '../db/database'
import { timelineEvent } from '../db/schema'

/** Whose stored event bears `id`, and on which ticket; null when none does. */
export const findEvent = async (tx: Queries, id: string): Promise<{ readonly ticketId: string; readonly actorId: string | null } | null> => {
  const [found] = await tx.select({ ticketId: timelineEvent.ticketId, actor: timelineEvent.actor }).from(timelineEvent).where(eq(timelineEvent.id, id))
  return found ? { ticketId: found.ticketId, actorId: found.actor.id } : null
}
