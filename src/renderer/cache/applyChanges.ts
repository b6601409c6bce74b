import type { Instant } from '../../domain/calendar/time'
import type { PullResponse } from '../../protocol/sync/pull'
import type { SealedScope } from '../../protocol/sync/tableScopes'
import { isSyncedTable, syncedTableNames } from '../../protocol/sync/tables'
import type { SyncedTable } from '../../protocol/sync/tables'
import { confirmIntents } from './confirmIntents'
import type { DeskCache } from './deskCache'
import { readMeta, writeMeta } from './readMeta'
import { destroyKeys } from './destroyKeys'
import { purgeTables, scopesOfTables } from './purgeTables'
import { storedRows } from './storedRows'

/** Whose device pulled, and when. */
interface Arrival {
  readonly engineerId: string
  readonly now: Instant
}

/**
 * The one writer of synced rows: a page's rows, tombstones, evictions, the cursor and the confirmed intents in ONE
 * transaction, all or nothing (sync.md, Cursor). Tables the engineer may not read any more are emptied first, their keys
 * destroyed before that (P10). A `reset` page drops every confirmed row with it and never the outbox.
 * Rows that cannot be read are parked and counted. Rejects when nothing was written; the cursor then stays where it was.
 */
export const applyChanges = async (cache: DeskCache, page: PullResponse, { engineerId, now }: Arrival): Promise<void> => {
  const purged = page.purge ?? []
  const keysLeft = await destroyKeys(cache, scopesOfTables(purged))
  const { readable, unreadable, sealedWith } = await storedRows(cache, page.rows)
  const touched = new Map<SyncedTable, Set<string>>()
  const touch = (table: SyncedTable, id: string): void => void touched.set(table, (touched.get(table) ?? new Set()).add(id))
  await cache.transaction('rw', cache.tables, async () => {
    if (page.reset) {
      for (const table of syncedTableNames) await cache.synced(table).clear()
      await cache.unparsed.clear()
    }
    if (purged.length > 0) await purgeTables(cache, purged, keysLeft)
    await noteKeys(cache, sealedWith)
    for (const [table, rows] of readable) {
      await cache.table(table).bulkPut(rows)
      for (const row of rows) touch(table, row.id)
    }
    await cache.unparsed.bulkDelete([...readable].flatMap(([table, rows]) => rows.map((row): [string, string] => [table, row.id])))
    await cache.unparsed.bulkPut(unreadable)
    for (const { table, id } of [...page.tombstones, ...page.evictions]) {
      await cache.unparsed.delete([table, id])
      if (!isSyncedTable(table)) continue
      await cache.synced(table).delete(id)
      touch(table, id)
    }
    await confirmIntents(cache, page, engineerId)
    const epochs = (await readMeta(cache, 'epochs')) ?? []
    if (!epochs.includes(page.cursor.epoch)) await writeMeta(cache, 'epochs', [...epochs, page.cursor.epoch])
    await writeMeta(cache, 'cursor', page.cursor)
    await writeMeta(cache, 'lastSyncAt', now)
  })
  cache.notices.tell({ kind: 'rows', reset: page.reset || purged.length > 0, touched })
  cache.notices.tell({ kind: 'outbox', toSend: false })
}

/** Rows of one scope are sealed with one key: with another, the page is taken again after `adoptKeys`. */
const noteKeys = async (cache: DeskCache, sealedWith: ReadonlyMap<SealedScope, string>): Promise<void> => {
  for (const [scope, keyId] of sealedWith) {
    const before = await readMeta(cache, `sealedWith:${scope}`)
    if (before !== null && before !== keyId) throw new Error('The key of server notes has changed. They are fetched again.')
    await writeMeta(cache, `sealedWith:${scope}`, keyId)
  }
}
