import type { DeskCache } from '../cache/deskCache'
import { writeMeta } from '../cache/readMeta'
import { inOutboxTurn } from './inOutboxTurn'
import type { Journal } from './journal'
import { journalledNumbers } from './journalledNumbers'
import { sendableIntents } from '../cache/pendingIntents'
import { toMutation } from './toMutation'

/**
 * Gives one engineer's pending intents new numbers from `expected` on, in their order, in the outbox first and then in
 * the journal. Their events keep their ids, so one that had arrived before is recognized. What was taken back needs no
 * number any more.
 */
export const renumberIntents = async (cache: DeskCache, journal: Journal, engineerId: string, expected: number): Promise<void> =>
  inOutboxTurn(async () => {
    const old = await sendableIntents(cache, engineerId)
    const renumbered = old.filter((intent) => intent.withdrawn !== true).map((intent, at) => ({ ...intent, mut: expected + at }))
    await cache.transaction('rw', cache.outbox, cache.meta, async () => {
      await cache.outbox.bulkDelete(old.map(({ mut }): [string, number] => [engineerId, mut]))
      await cache.outbox.bulkAdd(renumbered)
      await writeMeta(cache, `nextMut:${engineerId}`, expected + renumbered.length)
    })
    journalledNumbers(cache).set(engineerId, expected + renumbered.length - 1)
    await journal.drop({ engineerId, upToMut: Number.MAX_SAFE_INTEGER })
    for (const row of renumbered) await journal.append({ engineerId, serverEpoch: row.serverEpoch, backend: cache.name, mutation: toMutation(row) })
    cache.notices.tell({ kind: 'outbox', toSend: false })
  })
