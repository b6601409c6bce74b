import type { DeskCache } from '../cache/deskCache'
import type { OutboxRow } from '../cache/outboxRow'

/** What one engineer has not sent yet, in the order given. */
export const pendingIntents = async (cache: DeskCache, engineerId: string): Promise<readonly OutboxRow[]> => {
  const mine = await cache.outbox.where('status').equals('pending').filter((row) => row.engineerId === engineerId).toArray()
  return mine.toSorted((a, b) => a.mut - b.mut)
}
