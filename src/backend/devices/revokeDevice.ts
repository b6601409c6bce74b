import { and, eq, isNull } from 'drizzle-orm'
import type { Engineer } from '../../domain/access/engineer'
import type { BackendContext } from '../context'
import { deskSession, device } from '../db/schema'
import { permit } from '../http/permit'
import { ProblemError } from '../http/problemError'

/** One engineer's use of one desk. */
export interface DeviceUse {
  readonly deviceId: string
  readonly engineerId: string
}

/**
 * Ends an engineer's use of a desk: its next call is answered with 410, at which it wipes itself. Its sessions stay known
 * until somebody signs in there anew, or the desk could not be told why. Answers the families whose streams are to close.
 * Revoking twice changes nothing.
 */
export const revokeDevice = async ({ database, now }: Pick<BackendContext, 'database' | 'now'>, asking: Engineer, { deviceId, engineerId }: DeviceUse): Promise<readonly string[]> => {
  permit(asking, { operation: 'revokeDevice', isOwn: engineerId === asking.id })
  const thisUse = and(eq(device.id, deviceId), eq(device.engineerId, engineerId))
  const { value } = await database.write(async (tx) => {
    const [found] = await tx.select({ revokedAt: device.revokedAt }).from(device).where(thisUse).for('update')
    if (!found) throw new ProblemError('notFound', 'There is no such desk. Please look at the list again.')
    if (found.revokedAt === null) await tx.update(device).set({ revokedAt: now() }).where(thisUse)
    const sessions = await tx
      .selectDistinct({ family: deskSession.family })
      .from(deskSession)
      .where(and(eq(deskSession.deviceId, deviceId), eq(deskSession.engineerId, engineerId), isNull(deskSession.endedAt)))
    return sessions.map(({ family }) => family)
  })
  return value
}
