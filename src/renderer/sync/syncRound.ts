import type { Instant } from '../../domain/calendar/time'
import type { DigestResponse } from '../../protocol/sync/digest'
import type { PullResponse } from '../../protocol/sync/pull'
import { adoptKeys } from '../cache/adoptKeys'
import { applyChanges } from '../cache/applyChanges'
import type { DeskCache } from '../cache/deskCache'
import { sendableIntents } from '../cache/pendingIntents'
import { purgeNow } from '../cache/purgeNow'
import { readMeta } from '../cache/readMeta'
import { renumberIntents } from '../outbox/renumberIntents'
import type { Journal } from '../outbox/journal'
import { toMutation } from '../outbox/toMutation'
import { mergeJournal } from '../outbox/mergeJournal'
import type { AccessToken, BackendClient } from './backendClient'
import { BackendProblem } from './backendProblem'
import { mendDrift } from './mendDrift'
import { nextBatch } from './nextBatch'
import { receiveSnapshot } from './receiveSnapshot'

export interface RoundParts {
  readonly cache: DeskCache
  readonly client: Pick<BackendClient, 'pull' | 'push' | 'snapshot' | 'digest'>
  readonly journal: Journal
  readonly token: AccessToken
  readonly deviceId: string
  readonly engineerId: string
  readonly now: () => Instant
  /** Whether this round also compares the copy with the backend's (P12). */
  readonly check: boolean
  readonly setTimer: (work: () => void, ms: number) => () => void
  /** Rows fetched so far; `behind` while more are to come, of `total` in all when that is known. */
  readonly progress: (done: number, behind: boolean, total?: number) => void
}

/** A backend that is replaced again and again while everything is fetched is trouble for a person to hear of. */
const mostBeginnings = 3

/** Pulls until nothing more is there, and answers the last page. A desk that holds nothing the backend can go on from fetches everything first (P13). */
const pullAll = async (parts: RoundParts, check: boolean, signal: AbortSignal): Promise<PullResponse> => {
  const { cache, client, token, deviceId, engineerId, now, progress } = parts
  let done = 0
  let beginnings = 0
  if ((await readMeta(cache, 'cursor')) === null || (await readMeta(cache, 'snapshot')) !== null) await receiveSnapshot(parts, signal)
  for (;;) {
    const cursor = await readMeta(cache, 'cursor')
    const page: PullResponse & Partial<Pick<DigestResponse, 'digests'>> = await (check ? client.digest(token, deviceId, cursor, signal) : client.pull(token, deviceId, cursor, signal))
    signal.throwIfAborted()
    if (page.reset) {
      beginnings += 1
      if (beginnings > mostBeginnings) throw new Error('The backend began anew several times in a row. It is tried again soon.')
      await purgeNow(cache, page.purge ?? [])
      await receiveSnapshot(parts, signal)
      continue
    }
    await applyChanges(cache, page, { engineerId, now: now(), signal })
    done += page.rows.length
    progress(done, page.more)
    if (page.more) continue
    // Nobody else writes synced rows, so the copy is still what the digests speak of.
    if (page.digests) await mendDrift(parts, page.digests, signal)
    return page
  }
}

/** Only after the commit of the page: until then the journal is the second home of what was confirmed. */
const letGo = async ({ journal, engineerId }: RoundParts, { lastMut }: PullResponse): Promise<void> => {
  if (lastMut > 0) await journal.drop({ engineerId, upToMut: lastMut })
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
  const page = await pullAll(parts, parts.check, signal)
  await mergeJournal(parts.cache, parts.journal, parts.engineerId, page.results)
  await letGo(parts, page)
  for (;;) {
    const sent = await pushSome(parts, signal)
    if (sent === null) return
    await letGo(parts, await pullAll(parts, false, signal))
    const [first] = await sendableIntents(parts.cache, parts.engineerId)
    if (first !== undefined && first.mut <= sent) throw new Error('The backend has not kept what was sent. It is sent again soon.')
  }
}
