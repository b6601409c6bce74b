import type { Instant } from '../../domain/calendar/time'
import type { PullResponse } from '../../protocol/sync/pull'
import { isSyncedTable, syncedTableNames } from '../../protocol/sync/tables'
import type { SyncedTable } from '../../protocol/sync/tables'
import { confirmIntents } from './confirmIntents'
import { allStores } from './deskCache'
import type { DeskCache } from './deskCache'
import { destroyKeys } from './destroyKeys'
import { noteKeys } from './noteKeys'
import { purgeTables, scopesOfTables } from './purgeTables'
import { readMeta, writeMeta } from './readMeta'
import { openRowWriter } from './rowWriter'
import { storedRows } from './storedRows'

/** Whose device pulled, and when. */
interface Arrival {
  readonly engineerId: string
  readonly now: Instant
  /** The line it came over: what was hung up before its turn to write is not written, or it could put older rows over newer ones. */
  readonly signal?: AbortSignal
}

/**
 * The one writer of synced rows: a page's rows, tombstones, evictions, the cursor and the confirmed intents in ONE
 * transaction, all or nothing (sync.md, Cursor). Tables the engineer may not read any more are emptied first, their keys
 * destroyed before that (P10). A `reset` page drops every confirmed row with it and never the outbox.
 * Rows that cannot be read are parked and counted. Rejects when nothing was written; the cursor then stays where it was.
 */
export const applyChanges = async (cache: DeskCache, page: PullResponse, { engineerId, now, signal }: Arrival): Promise<void> => {
  const purged = page.purge ?? []
  const keysLeft = await destroyKeys(cache, scopesOfTables(purged))
  const { readable, unreadable, sealedWith } = await storedRows(cache, page.rows)
  const touched = new Map<SyncedTable, Set<string>>()
  const touch = (table: SyncedTable, id: string): void => void touched.set(table, (touched.get(table) ?? new Set()).add(id))
  await cache.shown('rw', allStores, async () => {
    signal?.throwIfAborted()
    const writer = await openRowWriter(cache, cache.shownGeneration)
    if (page.reset) {
      for (const table of syncedTableNames) await writer.clear(table)
      await cache.parked.clear()
    }
    if (purged.length > 0) await purgeTables(cache, writer, purged, keysLeft)
    await noteKeys(cache, sealedWith)
    for (const [table, rows] of readable) {
      await writer.put(table, rows)
      for (const row of rows) touch(table, row.id)
    }
    await cache.parked.bulkDelete([...readable].flatMap(([table, rows]) => rows.map((row): [string, string] => [table, row.id])))
    await cache.parked.bulkPut(unreadable)
    for (const { table, id } of [...page.tombstones, ...page.evictions]) {
      await cache.parked.delete([table, id])
      if (!isSyncedTable(table)) continue
      await writer.remove(table, [id])
      touch(table, id)
    }
    await writer.finish()
    await confirmIntents(cache, page, engineerId)
    const epochs = (await readMeta(cache, 'epochs')) ?? []
    if (!epochs.includes(page.cursor.epoch)) await writeMeta(cache, 'epochs', [...epochs, page.cursor.epoch])
    await writeMeta(cache, 'cursor', page.cursor)
    await writeMeta(cache, 'lastSyncAt', now)
  })
  cache.notices.tell({ kind: 'rows', reset: page.reset || purged.length > 0, touched })
  cache.notices.tell({ kind: 'outbox', toSend: false })
}
