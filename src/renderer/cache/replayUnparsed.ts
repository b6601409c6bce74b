import { sealedScopeOf } from '../../protocol/sync/tableScopes'
import type { SealedTable } from '../../protocol/sync/tableScopes'
import type { PullResponse } from '../../protocol/sync/pull'
import type { SyncedTable } from '../../protocol/sync/tables'
import { allStores } from './deskCache'
import type { DeskCache, UnparsedRow } from './deskCache'
import { openRowWriter } from './rowWriter'
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
  const parked = await cache.parked.toArray()
  if (parked.length === 0) return 0
  const arrived = await Promise.all(parked.map(async (each) => opened(cache, each)))
  const { readable } = await storedRows(cache, arrived.filter((each) => each !== null))
  const touched = new Map<SyncedTable, Set<string>>()
  await cache.shown('rw', allStores, async () => {
    const writer = await openRowWriter(cache, cache.shownGeneration)
    for (const [table, rows] of readable) {
      await writer.put(table, rows)
      await cache.parked.bulkDelete(rows.map(({ id }): [string, string] => [table, id]))
      touched.set(table, new Set(rows.map(({ id }) => id)))
    }
    await writer.finish()
  })
  if (touched.size > 0) cache.notices.tell({ kind: 'rows', reset: false, touched })
  return [...touched.values()].reduce((sum, ids) => sum + ids.size, 0)
}
