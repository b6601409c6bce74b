import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar/time'
import type { Queries } from '../db/database'
import { deskSession } from '../db/schema'

/** Ends every session that descends from one sign-in. */
export const endFamily = async (tx: Queries, family: string, now: Instant): Promise<void> => {
  await tx.update(deskSession).set({ endedAt: now }).where(and(eq(deskSession.family, family), isNull(deskSession.endedAt)))
}
