import type { DeskCache } from './deskCache'
import { dropUnshown } from './dropUnshown'
import { writeMeta } from './readMeta'
import type { SnapshotProgress } from './readMeta'

/**
 * Shows a complete snapshot: which generation, and from which cursor to pull on, change in one transaction. A crash before
 * it leaves the old rows with their old cursor, a crash after it the new ones. Then the old rows are dropped.
 */
export const showSnapshot = async (cache: DeskCache, { generation, cursor }: SnapshotProgress): Promise<void> => {
  await cache.transaction('rw', cache.meta, async () => {
    await writeMeta(cache, 'generation', generation)
    await writeMeta(cache, 'cursor', cursor)
    await cache.meta.delete('snapshot')
  })
  cache.show(generation)
  cache.notices.tell({ kind: 'rows', reset: true, touched: new Map() })
  await dropUnshown(cache)
}
