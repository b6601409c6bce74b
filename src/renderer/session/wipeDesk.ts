import { sealedScopes } from '../../protocol/sync/tableScopes'
import { inOutboxTurn } from '../outbox/inOutboxTurn'
import type { Journal } from '../outbox/journal'
import { journalledNumbers } from '../outbox/journalledNumbers'
import { mergeJournal } from '../outbox/mergeJournal'
import type { DeskCache } from '../cache/deskCache'
import { destroyKeys } from '../cache/destroyKeys'
import { emptyGeneration } from '../cache/emptyGeneration'
import { sendableIntents } from '../cache/pendingIntents'
import { writeMeta } from '../cache/readMeta'

/** What is told of work that a revoked desk had not sent. */
const unsentSentence = 'This desk was revoked before this was sent: the backend does not have it. Save it as a file, or give it again.'

/**
 * Wipes a revoked desk: keys first, then every row that came from the backend. Unsent work of whoever was revoked is put
 * aside with its whole text, for them alone, and is never sent by itself; a colleague's outbox stays as it is. Done twice,
 * also after a crash in between, it comes to the same.
 */
export const wipeDesk = async (cache: DeskCache, journal: Journal, engineerId: string): Promise<void> => {
  const keysLeft = await destroyKeys(cache, sealedScopes)
  // What only the journal has is unsent work too.
  await mergeJournal(cache, journal, engineerId)
  await inOutboxTurn(async () => {
    await cache.transaction('rw', cache.tables, async () => {
      for (const generation of ['a', 'b'] as const) await emptyGeneration(cache, generation)
      await cache.meta.bulkDelete(['cursor', 'snapshot', 'mending', 'lastSyncAt', 'raisedAlerts', 'keysToDestroy', ...sealedScopes.map((scope) => `sealedWith:${scope}`)])
      if (keysLeft.length > 0) await writeMeta(cache, 'keysToDestroy', keysLeft)
      const unsent = await sendableIntents(cache, engineerId)
      await cache.refused.bulkPut(unsent.filter(({ withdrawn }) => withdrawn !== true).map((intent) => ({ ...intent, sentence: unsentSentence })))
      await cache.outbox.bulkDelete(unsent.map(({ mut }): [string, number] => [engineerId, mut]))
      await cache.meta.delete(`nextMut:${engineerId}`)
    })
    // Only after the commit: until then the journal is the second home of what is put aside.
    await journal.drop({ engineerId, upToMut: Number.MAX_SAFE_INTEGER })
    journalledNumbers(cache).delete(engineerId)
  })
  cache.notices.tell({ kind: 'rows', reset: true, touched: new Map() })
}
