import { generationStores } from './deskCache'
import type { DeskCache } from './deskCache'
import { noteKeys } from './noteKeys'
import { readMeta, writeMeta } from './readMeta'
import type { SnapshotProgress } from './readMeta'
import { openRowWriter } from './rowWriter'
import type { StoredRows } from './storedRows'

/** Writes the rows up to a mark, and the mark, in one transaction: after a crash the snapshot goes on behind what is here. */
export const fillChunk = async (cache: DeskCache, before: SnapshotProgress, chunks: readonly StoredRows[], after: string | null): Promise<SnapshotProgress> => {
  const { generation } = before
  const arrived = chunks.reduce((sum, { readable, unreadable }) => sum + unreadable.length + [...readable.values()].reduce((rows, each) => rows + each.length, 0), 0)
  const filled = { ...before, after, rows: before.rows + arrived }
  await cache.ofGeneration(generation, 'rw', [...generationStores, 'meta'], async () => {
    const held = await readMeta(cache, 'snapshot')
    if (held === null || held.generation !== generation || JSON.stringify(held.cursor) !== JSON.stringify(before.cursor)) throw new Error('Everything is being fetched anew already.')
    const writer = await openRowWriter(cache, generation)
    // Chunk by chunk: what is handed over at once keeps the page from drawing.
    for (const { readable, unreadable, sealedWith } of chunks) {
      await noteKeys(cache, sealedWith)
      for (const [table, stored] of readable) await writer.put(table, stored)
      await cache.parkedOf(generation).bulkPut(unreadable)
    }
    await writer.finish()
    await writeMeta(cache, 'snapshot', filled)
  })
  return filled
}
