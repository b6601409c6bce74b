import { sealedScopeOf } from '../../protocol/sync/tableScopes'
import type { SealedTable } from '../../protocol/sync/tableScopes'
import type { PullResponse } from '../../protocol/sync/pull'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { DeskCache, UnparsedRow } from './deskCache'
import { openRow } from './sealRow'
import type { SealedRow } from './sealRow'
import { storedRows } from './storedRows'

const opened = async (cache: DeskCache, { table, row }: UnparsedRow): Promise<PullResponse['rows'][number] | null> => {
  const scope = sealedScopeOf(table)
  if (scope === null || !('sealed' in row)) return { table, row: { ...row } }
  const found = await openRow(await cache.scopeKeys.of(scope), table as SealedTable, row as SealedRow)
  return found === null ? null : { table, row: { ...found } }
}

/**
 * Reads parked rows again, as a newer version of the desk may be able to: the backend does not send a row again that has
 * not changed since (sync.md, Versions; P14). At start, before any pull. Answers how many were read.
 */
export const replayUnparsed = async (cache: DeskCache): Promise<number> => {
  const parked = await cache.unparsed.toArray()
  if (parked.length === 0) return 0
  const arrived = await Promise.all(parked.map(async (each) => opened(cache, each)))
  const { readable } = await storedRows(cache, arrived.filter((each) => each !== null))
  const touched = new Map<SyncedTable, Set<string>>()
  await cache.transaction('rw', cache.tables, async () => {
    for (const [table, rows] of readable) {
      await cache.table(table).bulkPut([...rows])
      await cache.unparsed.bulkDelete(rows.map(({ id }): [string, string] => [table, id]))
      touched.set(table, new Set(rows.map(({ id }) => id)))
    }
  })
  if (touched.size > 0) cache.notices.tell({ kind: 'rows', reset: false, touched })
  return [...touched.values()].reduce((sum, ids) => sum + ids.size, 0)
}
