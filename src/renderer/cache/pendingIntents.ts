import { Dexie } from 'dexie'
import type { DeskCache } from './deskCache'
import type { OutboxRow } from './outboxRow'

/** What one engineer has not sent yet, in the order given. */
export const pendingIntents = async (cache: DeskCache, engineerId: string): Promise<readonly OutboxRow[]> =>
  cache.outbox.where('[engineerId+mut]').between([engineerId, Dexie.minKey], [engineerId, Dexie.maxKey]).toArray()
