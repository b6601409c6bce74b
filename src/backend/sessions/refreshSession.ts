import { and, eq } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar/time'
import type { RefreshRequest, SessionGrant } from '../../protocol/session/session'
import { hashToken } from '../accounts/secretToken'
import type { Queries } from '../db/database'
import { deskSession, device, engineer } from '../db/schema'
import { endFamily } from './endFamily'
import { grantSession } from './grantSession'

export type RefreshOutcome =
  | { readonly ok: true; readonly grant: SessionGrant }
  /** `endedFamily` is set when the attempt itself ended sessions: an old token came back, or from another device. */
  | { readonly ok: false; readonly endedFamily: string | null; readonly revoked?: true }

/**
 * Exchanges a refresh token for a new session, once. A token that comes a second time or from another device was
 * copied: its whole family ends (security.md, Sessions; P46).
 */
export const refreshSession = async (tx: Queries, request: RefreshRequest, now: Instant): Promise<RefreshOutcome> => {
  const [held] = await tx.select().from(deskSession).where(eq(deskSession.refreshHash, hashToken(request.refreshToken))).for('update')
  if (!held) return { ok: false, endedFamily: null }
  if (held.refreshUsed || held.deviceId !== request.deviceId) {
    await endFamily(tx, held.family, now)
    return { ok: false, endedFamily: held.family }
  }
  const thisUse = and(eq(device.id, held.deviceId), eq(device.engineerId, held.engineerId))
  const [use] = await tx.select({ revokedAt: device.revokedAt }).from(device).where(thisUse)
  if (held.endedAt === null && use && use.revokedAt !== null) return { ok: false, endedFamily: null, revoked: true }
  const [holder] = await tx.select().from(engineer).where(eq(engineer.id, held.engineerId))
  if (held.endedAt !== null || held.refreshExpiresAt <= now || !holder?.active) return { ok: false, endedFamily: null }
  await tx.update(deskSession).set({ refreshUsed: true }).where(eq(deskSession.id, held.id))
  await tx.update(device).set({ seenAt: now }).where(thisUse)
  return { ok: true, grant: await grantSession(tx, { engineer: holder, deviceId: held.deviceId, family: held.family }, now) }
}
