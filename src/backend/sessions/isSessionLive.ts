import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar/time'
import type { Queries } from '../db/database'
import { deskSession, device, engineer } from '../db/schema'
import type { DeskSession } from './deskSession'

/** Whether the session's family still stands its engineer is not switched off, and the desk is not revoked: for answers that take long (P46). */
export const isSessionLive = async (queries: Queries, { family }: Pick<DeskSession, 'family'>, now: Instant): Promise<boolean> => {
  const found = await queries
    .select({ family: deskSession.family })
    .from(deskSession)
    .innerJoin(engineer, eq(engineer.id, deskSession.engineerId))
    .innerJoin(device, and(eq(device.id, deskSession.deviceId), eq(device.engineerId, deskSession.engineerId)))
    .where(and(eq(deskSession.family, family), isNull(deskSession.endedAt), gt(deskSession.refreshExpiresAt, now), eq(engineer.active, true), isNull(device.revokedAt)))
    .limit(1)
  return found.length > 0
}
