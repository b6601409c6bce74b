import type { Instant } from '../../domain/calendar/time'
import { adoptKeys } from '../cache/adoptKeys'
import { applyChanges } from '../cache/applyChanges'
import type { DeskCache } from '../cache/deskCache'
import { sendableIntents } from '../cache/pendingIntents'
import { readMeta } from '../cache/readMeta'
import { renumberIntents } from '../outbox/renumberIntents'
import type { Journal } from '../outbox/journal'
import { toMutation } from '../outbox/toMutation'
import { mergeJournal } from '../outbox/mergeJournal'
import type { AccessToken, BackendClient } from './backendClient'
import { BackendProblem } from './backendProblem'
import { nextBatch } from './nextBatch'

export interface RoundParts {
  readonly cache: DeskCache
  readonly client: Pick<BackendClient, 'pull' | 'push'>
  readonly journal: Journal
  readonly token: AccessToken
  readonly deviceId: string
  readonly engineerId: string
  readonly now: () => Instant
  /** Rows fetched so far; `behind` while more pages are to come. */
  readonly progress: (done: number, behind: boolean) => void
}

const pullAll = async ({ cache, client, journal, token, deviceId, engineerId, now, progress }: RoundParts, signal: AbortSignal): Promise<void> => {
  let done = 0
  for (;;) {
    const page = await client.pull(token, deviceId, await readMeta(cache, 'cursor'), signal)
    signal.throwIfAborted()
    await applyChanges(cache, page, { engineerId, now: now() })
    done += page.rows.length
    progress(done, page.more)
    if (page.more) continue
    // Only after the commit: until then the journal is the second home of what was confirmed.
    if (page.lastMut > 0) await journal.drop({ engineerId, upToMut: page.lastMut })
    return
  }
}

/** Sends the first of what waits. Answers the number of the last one sent; null when nothing waits. */
const pushSome = async ({ cache, client, journal, token, deviceId, engineerId }: RoundParts, signal: AbortSignal): Promise<number | null> => {
  const send = async (): Promise<number | null> => {
    const waiting = await sendableIntents(cache, engineerId)
    const batch = nextBatch(waiting.map(toMutation))
    if (batch.length === 0) return null
    await client.push(token, deviceId, batch, signal)
    return batch.at(-1)?.mut ?? null
  }
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof BackendProblem && error.code === 'outOfOrder' && error.expected !== null)) throw error
    // The backend was restored from a backup, or this desk lost its count: the intents are the same, their numbers are not.
    await renumberIntents(cache, journal, engineerId, error.expected)
    return send()
  }
}

/**
 * Once around the road: pull until nothing more is there, send what waits in order and in parts, and pull after each
 * part what came of it. An intent leaves the outbox only by that pull, with the rows it made.
 */
export const syncRound = async (parts: RoundParts, signal: AbortSignal): Promise<void> => {
  await adoptKeys(parts.cache)
  await pullAll(parts, signal)
  await mergeJournal(parts.cache, parts.journal, parts.engineerId)
  for (;;) {
    const sent = await pushSome(parts, signal)
    if (sent === null) return
    await pullAll(parts, signal)
    const [first] = await sendableIntents(parts.cache, parts.engineerId)
    if (first !== undefined && first.mut <= sent) throw new Error('The backend has not kept what was sent. It is sent again soon.')
  }
}
