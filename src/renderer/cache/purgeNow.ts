import { allStores } from './deskCache'
import type { DeskCache } from './deskCache'
import { destroyKeys } from './destroyKeys'
import { purgeTables, scopesOfTables } from './purgeTables'
import { openRowWriter } from './rowWriter'

/** Drops what the engineer may not read any more at once, before everything else is fetched anew (P10). */
export const purgeNow = async (cache: DeskCache, tables: readonly string[]): Promise<void> => {
  if (tables.length === 0) return
  const keysLeft = await destroyKeys(cache, scopesOfTables(tables))
  await cache.shown('rw', allStores, async () => {
    const writer = await openRowWriter(cache, cache.shownGeneration)
    await purgeTables(cache, writer, tables, keysLeft)
    await writer.finish()
  })
  cache.notices.tell({ kind: 'rows', reset: true, touched: new Map() })
}
