import type { SnapshotLine } from '../../protocol/sync/snapshot'
import { syncedTableNames } from '../../protocol/sync/tables'
import { generationStores, otherGeneration } from './deskCache'
import type { DeskCache, Generation } from './deskCache'
import { emptyGeneration } from './emptyGeneration'
import { readMeta, writeMeta } from './readMeta'
import type { SnapshotProgress } from './readMeta'

type Begin = Extract<SnapshotLine, { kind: 'begin' }>

/** A desk that holds nothing yet is filled before the eyes of the person; else the generation nobody sees. */
const chooseGeneration = async (cache: DeskCache): Promise<Generation> => {
  const shown = cache.shownGeneration
  if ((await readMeta(cache, 'cursor')) !== null) return otherGeneration(shown)
  for (const table of syncedTableNames) if ((await cache.syncedOf(shown, table).count()) > 0) return otherGeneration(shown)
  return shown
}

/**
 * Takes up a snapshot where it was cut off, or begins one in an empty generation; what is shown and the outbox stay as
 * they are (P13). What the backend says of this engineer's intents is known from here on, so new ones get the right number.
 */
export const beginSnapshot = async (cache: DeskCache, { cursor, total, lastMut }: Begin, engineerId: string): Promise<SnapshotProgress> => {
  const held = await readMeta(cache, 'snapshot')
  const goesOn = held !== null && JSON.stringify(held.cursor) === JSON.stringify(cursor)
  const generation = goesOn ? held.generation : await chooseGeneration(cache)
  const begun: SnapshotProgress = goesOn ? { ...held, total } : { cursor, generation, after: null, rows: 0, total }
  await cache.ofGeneration(generation, 'rw', [...generationStores, 'meta'], async () => {
    if (!goesOn) await emptyGeneration(cache, generation)
    const epochs = (await readMeta(cache, 'epochs')) ?? []
    if (!epochs.includes(cursor.epoch)) await writeMeta(cache, 'epochs', [...epochs, cursor.epoch])
    await writeMeta(cache, `nextMut:${engineerId}`, Math.max((await readMeta(cache, `nextMut:${engineerId}`)) ?? 1, lastMut + 1))
    await writeMeta(cache, `lastMut:${engineerId}`, lastMut)
    await writeMeta(cache, 'snapshot', begun)
  })
  return begun
}
