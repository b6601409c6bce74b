import { sealedScopes, tablesOf } from '../../protocol/sync/tableScopes'
import type { SealedScope } from '../../protocol/sync/tableScopes'
import { syncedTableNames } from '../../protocol/sync/tables'
import type { DeskCache } from './deskCache'
import { readMeta, writeMeta } from './readMeta'
import type { RowWriter } from './rowWriter'

/** The sealed scopes that lose a table. */
export const scopesOfTables = (tables: readonly string[]): readonly SealedScope[] =>
  sealedScopes.filter((scope) => tablesOf([scope]).some((table) => tables.includes(table)))

/**
 * Empties tables, also of rows parked unread, inside the caller's transaction. `keysLeft` are the scopes whose key could
 * not be destroyed: that is tried again at the next round. A table of a later version has parked rows only.
 */
export const purgeTables = async (cache: DeskCache, writer: RowWriter, tables: readonly string[], keysLeft: readonly SealedScope[]): Promise<void> => {
  for (const table of syncedTableNames.filter((name) => tables.includes(name))) await writer.clear(table)
  const parked = await cache.parked.toCollection().primaryKeys()
  await cache.parked.bulkDelete(parked.filter(([table]) => tables.includes(table)))
  await cache.meta.bulkDelete(scopesOfTables(tables).map((scope) => `sealedWith:${scope}`))
  if (keysLeft.length === 0) return
  await writeMeta(cache, 'keysToDestroy', [...new Set([...((await readMeta(cache, 'keysToDestroy')) ?? []), ...keysLeft])])
}
