import { Dexie } from 'dexie'
import type { CommandResult } from '../../protocol/commands/push'
import type { PullResponse } from '../../protocol/sync/pull'
import type { DeskCache } from './deskCache'
import type { OutboxRow, RefusedRow } from './outboxRow'
import { readMeta, writeMeta } from './readMeta'

/**
 * Takes over what the backend says of one engineer's intents, inside the caller's transaction: what was applied is
 * dropped, since its rows are here; what was refused, or was taken back too late, is put aside with its sentence (P6). On a page that others follow only
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
    const attention = needsAttention(intent, result)
    if (attention !== null) await cache.refused.put({ ...intent, ...attention })
    await cache.outbox.delete([engineerId, intent.mut])
  }
}

/** What the person has to be told of an intent that was dealt with; null when it went as they wished. */
const needsAttention = (intent: OutboxRow, result: CommandResult | undefined): Pick<RefusedRow, 'sentence' | 'theirs'> | null => {
  if (intent.withdrawn === true) {
    if (result?.outcome === 'refused') return null
    return { sentence: 'You took this back, but the backend had it already, and it was carried out.' }
  }
  return result?.outcome === 'refused' ? attentionTo(result) : null
}

/** What the person is told of a refusal. */
export const attentionTo = ({ sentence, theirs }: Extract<CommandResult, { outcome: 'refused' }>): Pick<RefusedRow, 'sentence' | 'theirs'> => ({
  sentence,
  ...(theirs === undefined ? {} : { theirs }),
})
