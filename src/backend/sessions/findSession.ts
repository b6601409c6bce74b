import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar/time'
import { hashToken } from '../accounts/secretToken'
import type { Queries } from '../db/database'
import { deskSession, engineer } from '../db/schema'
import type { DeskSession } from './deskSession'

/** The session an access token belongs to, or null when it is unknown, ended, expired, or its engineer was disabled. */
export const findSession = async (queries: Queries, accessToken: string, now: Instant): Promise<DeskSession | null> => {
  const [found] = await queries
    .select({ engineer, deviceId: deskSession.deviceId, family: deskSession.family, expiresAt: deskSession.accessExpiresAt })
    .from(deskSession)
    .innerJoin(engineer, eq(engineer.id, deskSession.engineerId))
    .where(and(eq(deskSession.accessHash, hashToken(accessToken)), isNull(deskSession.endedAt), eq(engineer.active, true)))
  if (!found || found.expiresAt <= now) return null
  return { engineer: found.engineer, deviceId: found.deviceId, family: found.family }
}
