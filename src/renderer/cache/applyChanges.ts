import type { Instant } from '../../domain/calendar/time'
import type { PullResponse } from '../../protocol/sync/pull'
import { syncedTableNames } from '../../protocol/sync/tables'
import type { SyncedRow, SyncedTable } from '../../protocol/sync/tables'
import { confirmIntents } from './confirmIntents'
import type { DeskCache } from './deskCache'
import { readMeta, writeMeta } from './readMeta'
import { parseRow } from './parseRow'

/** Whose device pulled, and when. */
interface Arrival {
  readonly engineerId: string
  readonly now: Instant
}

const gather = (into: Map<SyncedTable, SyncedRow<SyncedTable>[]>, table: SyncedTable, row: SyncedRow<SyncedTable>): void => {
  const rows = into.get(table)
  if (rows === undefined) into.set(table, [row])
  else rows.push(row)
}

const sortRows = (page: PullResponse) => {
  const readable = new Map<SyncedTable, SyncedRow<SyncedTable>[]>()
  const unreadable: { readonly table: string; readonly id: string; readonly row: Record<string, unknown>; readonly reason: string }[] = []
  for (const { table, row } of page.rows) {
    const parsed = parseRow(table, row)
    if (!parsed.ok) unreadable.push({ table, row, id: parsed.id, reason: parsed.reason })
    else gather(readable, parsed.table, parsed.row)
  }
  return { readable, unreadable }
}

/**
 * The one writer of synced rows: a page's rows, tombstones, evictions, the cursor and the confirmed intents in ONE
 * transaction, all or nothing (sync.md, Cursor). A `reset` page drops every confirmed row with it and never the outbox.
 * Rows that cannot be read are parked and counted. Rejects when nothing was written; the cursor then stays where it was.
 */
export const applyChanges = async (cache: DeskCache, page: PullResponse, { engineerId, now }: Arrival): Promise<void> => {
  const { readable, unreadable } = sortRows(page)
  const touched = new Map<SyncedTable, Set<string>>()
  const touch = (table: SyncedTable, id: string): void => void touched.set(table, (touched.get(table) ?? new Set()).add(id))
  await cache.transaction('rw', cache.tables, async () => {
    if (page.reset) {
      for (const table of syncedTableNames) await cache.synced(table).clear()
      await cache.unparsed.clear()
    }
    for (const [table, rows] of readable) {
      await cache.table(table).bulkPut(rows)
      for (const row of rows) touch(table, row.id)
    }
    await cache.unparsed.bulkDelete([...readable].flatMap(([table, rows]) => rows.map((row): [string, string] => [table, row.id])))
    await cache.unparsed.bulkPut(unreadable)
    for (const { table, id } of [...page.tombstones, ...page.evictions]) {
      await cache.synced(table).delete(id)
      await cache.unparsed.delete([table, id])
      touch(table, id)
    }
    await confirmIntents(cache, page, engineerId)
    const epochs = (await readMeta(cache, 'epochs')) ?? []
    if (!epochs.includes(page.cursor.epoch)) await writeMeta(cache, 'epochs', [...epochs, page.cursor.epoch])
    await writeMeta(cache, 'cursor', page.cursor)
    await writeMeta(cache, 'lastSyncAt', now)
  })
  cache.notices.tell({ kind: 'rows', reset: page.reset, touched })
  cache.notices.tell({ kind: 'outbox', toSend: false })
}
