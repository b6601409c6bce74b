import { Dexie } from 'dexie'
import type { DeskCache } from './deskCache'
import type { OutboxRow } from './outboxRow'

/** What one engineer's outbox holds, in the order given, also what was taken back: every number has to be sent. */
export const sendableIntents = async (cache: DeskCache, engineerId: string): Promise<readonly OutboxRow[]> =>
  cache.outbox.where('[engineerId+mut]').between([engineerId, Dexie.minKey], [engineerId, Dexie.maxKey]).toArray()

/** What one engineer has given and not taken back, and the backend has not dealt with, in the order given. */
export const pendingIntents = async (cache: DeskCache, engineerId: string): Promise<readonly OutboxRow[]> =>
  (await sendableIntents(cache, engineerId)).filter((intent) => intent.withdrawn !== true)
