import { syncedTableNames } from '../../protocol/sync/tables'
import type { DeskCache, Generation } from './deskCache'
import { openRowWriter } from './rowWriter'

/** Empties a generation, inside the caller's transaction on it. */
export const emptyGeneration = async (cache: DeskCache, generation: Generation): Promise<void> => {
  const writer = await openRowWriter(cache, generation)
  for (const table of syncedTableNames) await writer.clear(table)
  await cache.parkedOf(generation).clear()
  await writer.finish()
}
