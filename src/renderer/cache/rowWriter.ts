import type { SyncedTable } from '../../protocol/sync/tables'
import { addHash, readSum, sumText, takeHash } from '../../protocol/sync/rowSum'
import type { DeskCache, Generation, StoredRow } from './deskCache'
import { hashText } from './hashText'
import { readMeta, writeMeta } from './readMeta'

type Row = StoredRow<SyncedTable>

/** Writes synced rows inside the caller's transaction on one generation, which must hold every store of it and `meta`. */
export interface RowWriter {
  readonly put: (table: SyncedTable, rows: readonly Row[]) => Promise<void>
  readonly remove: (table: SyncedTable, ids: readonly string[]) => Promise<void>
  readonly clear: (table: SyncedTable) => Promise<void>
  /** Keeps the sums; the last thing before the transaction ends. */
  readonly finish: () => Promise<void>
}

/** What a row is on this desk, to the letter: two rows with the same sum are the same. */
export const contentHash = (row: Row): bigint => hashText(JSON.stringify(row))

/**
 * The one way to write synced rows. Beside the rows it keeps, for each table, the sum of their content as it was
 * written, so that a row which changes by itself is noticed (P12). A table that was filled before there were sums
 * has none until `checkContent` takes its rows as they are.
 */
export const openRowWriter = async (cache: DeskCache, generation: Generation): Promise<RowWriter> => {
  const kept = await readMeta(cache, `sums:${generation}`)
  // An upgrade of the cache may have changed rows without telling: their sums are not known then.
  const sums = new Map<SyncedTable, bigint>(Object.entries(kept?.version === cache.verno ? kept.sums : {}).map(([table, sum]) => [table as SyncedTable, readSum(sum)]))

  /** Null while the table's sum is not known. */
  const sumOf = async (table: SyncedTable): Promise<bigint | null> => {
    const known = sums.get(table)
    if (known !== undefined) return known
    return (await cache.syncedOf(generation, table).count()) === 0 ? 0n : null
  }

  const take = async (table: SyncedTable, ids: readonly string[], sum: bigint): Promise<bigint> => {
    const before = await cache.syncedOf(generation, table).bulkGet([...ids])
    return before.reduce((left, row) => (row === undefined ? left : takeHash(left, contentHash(row))), sum)
  }

  return {
    put: async (table, rows) => {
      const latest = [...new Map(rows.map((row) => [row.id, row])).values()]
      const sum = await sumOf(table)
      if (sum !== null) {
        const left = await take(table, latest.map(({ id }) => id), sum)
        sums.set(table, latest.reduce((total, row) => addHash(total, contentHash(row)), left))
      }
      await cache.table(cache.syncedOf(generation, table).name).bulkPut(latest)
    },
    remove: async (table, ids) => {
      const gone = [...new Set(ids)]
      const sum = await sumOf(table)
      if (sum !== null) sums.set(table, await take(table, gone, sum))
      await cache.syncedOf(generation, table).bulkDelete(gone)
    },
    clear: async (table) => {
      sums.set(table, 0n)
      await cache.syncedOf(generation, table).clear()
    },
    finish: async () => writeMeta(cache, `sums:${generation}`, { version: cache.verno, sums: Object.fromEntries([...sums].map(([table, sum]) => [table, sumText(sum)])) }),
  }
}
