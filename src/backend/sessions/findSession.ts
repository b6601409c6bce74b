import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar/time'
import { hashToken } from '../accounts/secretToken'
import type { Queries } from '../db/database'
import { deskSession, device, engineer } from '../db/schema'
import type { DeskSession } from './deskSession'

/**
 * The session an access token belongs to, or null when it is unknown, ended, expired, or its engineer was disabled.
 * `revoked` for a desk that was revoked, however old the token: the desk has to be told to wipe itself.
 */
export const findSession = async (queries: Queries, accessToken: string, now: Instant): Promise<DeskSession | 'revoked' | null> => {
  const [found] = await queries
    .select({ engineer, deviceId: deskSession.deviceId, family: deskSession.family, expiresAt: deskSession.accessExpiresAt, revokedAt: device.revokedAt })
    .from(deskSession)
    .innerJoin(engineer, eq(engineer.id, deskSession.engineerId))
    .innerJoin(device, and(eq(device.id, deskSession.deviceId), eq(device.engineerId, deskSession.engineerId)))
    .where(and(eq(deskSession.accessHash, hashToken(accessToken)), isNull(deskSession.endedAt), eq(engineer.active, true)))
  if (found && found.revokedAt !== null) return 'revoked'
  if (!found || found.expiresAt <= now) return null
  return { engineer: found.engineer, deviceId: found.deviceId, family: found.family }
}
