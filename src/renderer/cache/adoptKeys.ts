import { sealedScopes, tablesOf } from '../../protocol/sync/tableScopes'
import type { SealedScope } from '../../protocol/sync/tableScopes'
import type { DeskCache } from './deskCache'
import { destroyKeys } from './destroyKeys'
import { purgeTables } from './purgeTables'
import { readMeta, writeMeta } from './readMeta'
import { openRowWriter } from './rowWriter'

/**
 * Makes sure that what is sealed here can be opened: rows whose key is gone are dropped and their scope is taken out of
 * the cursor, so that the backend sends it again (P10, P11). Keys that a purge could not destroy are destroyed now.
 */
export const adoptKeys = async (cache: DeskCache): Promise<void> => {
  const doomed = (await readMeta(cache, 'keysToDestroy')) ?? []
  if (doomed.length > 0) await writeMeta(cache, 'keysToDestroy', await destroyKeys(cache, doomed))
  for (const scope of sealedScopes) {
    const sealedWith = await readMeta(cache, `sealedWith:${scope}`)
    if (sealedWith !== null && sealedWith !== (await cache.scopeKeys.of(scope)).id) await forgetScope(cache, scope)
  }
}

const forgetScope = async (cache: DeskCache, scope: SealedScope): Promise<void> => {
  const tables = tablesOf([scope])
  await cache.shown('rw', [...tables, 'unparsed', 'meta'], async () => {
    const writer = await openRowWriter(cache, cache.shownGeneration)
    await purgeTables(cache, writer, tables, [])
    await writer.finish()
    // What a snapshot has brought so far may be sealed with the lost key.
    await cache.meta.delete('snapshot')
    const cursor = await readMeta(cache, 'cursor')
    if (cursor?.scopes === undefined) return
    await writeMeta(cache, 'cursor', { ...cursor, scopes: cursor.scopes.filter((name) => name !== scope), backfill: null })
  })
}
