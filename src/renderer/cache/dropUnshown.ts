import { generationStores, otherGeneration } from './deskCache'
import type { DeskCache } from './deskCache'
import { emptyGeneration } from './emptyGeneration'
import { readMeta } from './readMeta'

/** Empties the generation that is not shown, unless a snapshot is filling it: left over when the desk died behind a swap. */
export const dropUnshown = async (cache: DeskCache): Promise<void> => {
  const unshown = otherGeneration(cache.shownGeneration)
  await cache.ofGeneration(unshown, 'rw', [...generationStores, 'meta'], async () => {
    if ((await readMeta(cache, 'snapshot')) === null) await emptyGeneration(cache, unshown)
  })
}
