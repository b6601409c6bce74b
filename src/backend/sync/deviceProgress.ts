import { and, desc, eq } from 'drizzle-orm'
import type { PullResponse } from '../../protocol/sync/pull'
import type { Queries } from '../db/database'
import { commandLog, device } from '../db/schema'
import type { DeskSession } from '../sessions/deskSession'

/** A desk confirms results by dropping its intents, so only the latest can still be unknown to it. */
export const keptResults = 200

/** How far a desk's intents have got, and the stored results of the latest. */
export const deviceProgress = async (
  tx: Queries,
  { deviceId, engineer }: DeskSession,
): Promise<Pick<PullResponse, 'lastMut' | 'results'>> => {
  const [known] = await tx
    .select({ lastMut: device.lastMut })
    .from(device)
    .where(and(eq(device.id, deviceId), eq(device.engineerId, engineer.id)))
  const log = await tx
    .select({ result: commandLog.result })
    .from(commandLog)
    .where(and(eq(commandLog.deviceId, deviceId), eq(commandLog.engineerId, engineer.id)))
    .orderBy(desc(commandLog.mut))
    .limit(keptResults)
  return { lastMut: known?.lastMut ?? 0, results: log.map(({ result }) => result).toReversed() }
}
