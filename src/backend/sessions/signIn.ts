import { randomUUID } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import { mayDo } from '../../domain/access/mayDo'
import type { SessionGrant, SignInRequest } from '../../protocol/session/session'
import { checkPassword } from '../accounts/hashPassword'
import type { BackendContext } from '../context'
import { deskSession, device, engineer, password } from '../db/schema'
import { ProblemError } from '../http/problemError'
import { grantSession } from './grantSession'
import type { SignInAttempt, SignInLimiter } from './signInLimiter'

/**
 * Signs an engineer in on a device. Throws a `ProblemError` with the same text and after the same work whether the
 * account is unknown or the password is wrong; only somebody who knows the password learns that an account is off. A desk
 * that had been revoked begins anew, and is told to wipe what it may still hold.
 */
export const signIn = async (
  { database, now }: BackendContext,
  limiter: SignInLimiter,
  request: SignInRequest,
  address: string,
): Promise<SessionGrant> => {
  const email = request.email.toLowerCase()
  const [account] = await database.queries
    .select({ engineer, hash: password.hash, deviceId: device.id })
    .from(engineer)
    .leftJoin(password, eq(password.personId, engineer.id))
    .leftJoin(device, and(eq(device.engineerId, engineer.id), eq(device.id, request.device.id)))
    .where(eq(engineer.email, email))
  const attempt: SignInAttempt = { email, address, knownDevice: account?.deviceId ?? null }
  const wait = limiter.wait(attempt, now())
  if (wait > 0) {
    throw new ProblemError('tooMany', `Too many wrong passwords for this account. Please wait ${Math.ceil(wait / 60)} min and try again.`, { retryAfterSeconds: wait })
  }
  if (!(await checkPassword(account?.hash ?? null, request.password)) || !account) {
    limiter.failed(attempt, now())
    throw new ProblemError('wrongCredentials', 'This e-mail address and password do not belong together. Please check both and try again.')
  }
  limiter.succeeded(attempt)
  if (!account.engineer.active) {
    throw new ProblemError('notAllowed', 'This account has been switched off. Please ask an administrator to switch it on again.')
  }
  if (!mayDo(account.engineer.role, 'signInToDesk')) {
    throw new ProblemError('notAllowed', 'Your role has no desk. Please ask an administrator if you need one.')
  }
  const { value } = await database.write(async (tx) => {
    const at = now()
    await tx.delete(deskSession).where(and(eq(deskSession.engineerId, account.engineer.id), lt(deskSession.refreshExpiresAt, at)))
    const thisUse = and(eq(device.id, request.device.id), eq(device.engineerId, account.engineer.id))
    const [use] = await tx.select({ revokedAt: device.revokedAt }).from(device).where(thisUse).for('update')
    const wasRevoked = use !== undefined && use.revokedAt !== null
    // Sessions of before would come to life again with the desk.
    if (wasRevoked) await tx.delete(deskSession).where(and(eq(deskSession.deviceId, request.device.id), eq(deskSession.engineerId, account.engineer.id)))
    await tx
      .insert(device)
      .values({ id: request.device.id, engineerId: account.engineer.id, name: request.device.name, lastMut: 0, createdAt: at, seenAt: at })
      .onConflictDoUpdate({ target: [device.id, device.engineerId], set: { name: sql`excluded.name`, seenAt: sql`excluded.seen_at`, revokedAt: null } })
    const grant = await grantSession(tx, { engineer: account.engineer, deviceId: request.device.id, family: randomUUID() }, at)
    return wasRevoked ? { ...grant, wipe: true as const } : grant
  })
  return value
}
