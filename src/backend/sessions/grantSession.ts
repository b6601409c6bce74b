import { randomUUID } from 'node:crypto'
import type { Engineer } from '../../domain/access/engineer'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'
import type { SessionGrant } from '../../protocol/session/session'
import { hashToken, newSecretToken } from '../accounts/secretToken'
import type { Queries } from '../db/database'
import { deskSession } from '../db/schema'

const accessMinutes = 15
const refreshMinutes = 30 * 24 * 60

/** Stores a new session of `family` (hashes only) and answers its tokens, which are told once. */
export const grantSession = async (
  tx: Queries,
  holder: { readonly engineer: Engineer; readonly deviceId: string; readonly family: string },
  now: Instant,
): Promise<SessionGrant> => {
  const accessToken = newSecretToken()
  const refreshToken = newSecretToken()
  const accessExpiresAt = addRealMinutes(now, accessMinutes)
  await tx.insert(deskSession).values({
    id: randomUUID(),
    family: holder.family,
    engineerId: holder.engineer.id,
    deviceId: holder.deviceId,
    accessHash: hashToken(accessToken),
    accessExpiresAt,
    refreshHash: hashToken(refreshToken),
    refreshExpiresAt: addRealMinutes(now, refreshMinutes),
    refreshUsed: false,
    endedAt: null,
    createdAt: now,
  })
  return { accessToken, accessExpiresAt, refreshToken, engineer: holder.engineer }
}
