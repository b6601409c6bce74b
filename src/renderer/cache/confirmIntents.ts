import { Dexie } from 'dexie'
import type { PullResponse } from '../../protocol/sync/pull'
import type { DeskCache } from './deskCache'
import { readMeta, writeMeta } from './readMeta'

/**
 * Takes over what the backend says of one engineer's intents, inside the caller's transaction: what was applied is
 * dropped, since its rows are here; what was refused is put aside with its sentence (P6). On a page that others follow only
 * the count is taken over, because the rows of an applied intent may be on a later one.
 */
export const confirmIntents = async (cache: DeskCache, page: PullResponse, engineerId: string): Promise<void> => {
  const counter = `nextMut:${engineerId}` as const
  await writeMeta(cache, counter, Math.max((await readMeta(cache, counter)) ?? 1, page.lastMut + 1))
  await writeMeta(cache, `lastMut:${engineerId}`, page.lastMut)
  if (page.more) return
  const results = new Map(page.results.map((result) => [result.mut, result]))
  const dealtWith = await cache.outbox
    .where('[engineerId+mut]')
    .between([engineerId, Dexie.minKey], [engineerId, page.lastMut], true, true)
    .toArray()
  for (const intent of dealtWith) {
    const result = results.get(intent.mut)
    if (result?.outcome === 'refused') await cache.refused.put({ ...intent, sentence: result.sentence })
    await cache.outbox.delete([engineerId, intent.mut])
  }
}
