import type { PullResponse } from '../../protocol/sync/pull'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { DeskCache } from './deskCache'
import { adoptContent, measureTable } from './findDrift'
import { noteKeys } from './noteKeys'
import { openRowWriter } from './rowWriter'
import { storedRows } from './storedRows'

/** Puts one table right while it stays on screen, slice by slice. */
export interface TableMending {
  readonly put: (rows: PullResponse['rows']) => Promise<void>
  /** Drops what the backend does not have, and takes the table as right. */
  readonly finish: () => Promise<void>
}

/**
 * Begins to put a table right with the backend's rows (P12). Until `finish` the table's sum is
 * not what it holds, so a mending that was cut off is done again. Rows may be newer than the cursor: the next pull brings them once more, harmlessly.
 */
export const mendTable = (cache: DeskCache, table: SyncedTable): TableMending => {
  const stores = [table, 'unparsed', 'meta'] as const
  const seen = new Set<string>()
  return {
    put: async (rows) => {
      const { readable, unreadable, sealedWith } = await storedRows(cache, rows)
      const stored = readable.get(table) ?? []
      for (const { id } of [...stored, ...unreadable]) seen.add(id)
      await cache.shown('rw', stores, async () => {
        const writer = await openRowWriter(cache, cache.shownGeneration)
        await noteKeys(cache, sealedWith)
        await writer.put(table, stored)
        await cache.synced(table).bulkDelete(unreadable.map(({ id }) => id))
        await cache.parked.bulkDelete(stored.map(({ id }): [string, string] => [table, id]))
        await cache.parked.bulkPut(unreadable)
        await writer.finish()
      })
    },
    finish: async () => {
      await cache.shown('rw', stores, async () => {
        const left = (await cache.synced(table).toCollection().primaryKeys()).filter((id) => !seen.has(id))
        await cache.synced(table).bulkDelete(left)
        await cache.parked.filter((parked) => parked.table === table && !seen.has(parked.id)).delete()
      })
      await adoptContent(cache, table, (await measureTable(cache, table)).content)
      cache.notices.tell({ kind: 'rows', reset: true, touched: new Map() })
    },
  }
}
