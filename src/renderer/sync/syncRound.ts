import type { Instant } from '../../domain/calendar/time'
import type { Mutation } from '../../protocol/commands/push'
import { applyChanges } from '../cache/applyChanges'
import type { DeskCache } from '../cache/deskCache'
import { readMeta } from '../cache/readMeta'
import { renumberIntents } from '../outbox/renumberIntents'
import type { Journal } from '../outbox/journal'
import { mergeJournal } from '../outbox/mergeJournal'
import { pendingIntents } from '../cache/pendingIntents'
import type { AccessToken, BackendClient } from './backendClient'
import { BackendProblem } from './backendProblem'

export interface RoundParts {
  readonly cache: DeskCache
  readonly client: BackendClient
  readonly journal: Journal
  readonly token: AccessToken
  readonly deviceId: string
  readonly engineerId: string
  readonly now: () => Instant
  /** Rows fetched so far; `behind` while more pages are to come. */
  readonly progress: (done: number, behind: boolean) => void
}

/** The backend's limit of intents in one push. */
const mostAtOnce = 200

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

const pushAll = async (parts: RoundParts, signal: AbortSignal): Promise<boolean> => {
  const { cache, client, journal, token, deviceId, engineerId } = parts
  let sent = 0
  for (;;) {
    const pending = (await pendingIntents(cache, engineerId)).filter((intent) => intent.mut > sent).slice(0, mostAtOnce)
    if (pending.length === 0) return sent > 0
    const mutations: Mutation[] = pending.map(({ mut, command, base, at }) => ({ mut, name: command.name, version: 1, args: command.args, base, clientTime: at }))
    try {
      sent = (await client.push(token, deviceId, mutations, signal)).lastMut
    } catch (error) {
      if (!(error instanceof BackendProblem && error.code === 'outOfOrder' && error.expected !== null)) throw error
      // The backend was restored from a backup, or this desk lost its count: the intents are the same, their numbers are not.
      await renumberIntents(cache, journal, engineerId, error.expected)
      sent = 0
    }
  }
}

/**
 * Once around the road: pull until nothing more is there, send what waits in order, pull again what came of it. An
 * intent leaves the outbox only by the second pull, with the rows it made.
 */
export const syncRound = async (parts: RoundParts, signal: AbortSignal): Promise<void> => {
  await pullAll(parts, signal)
  await mergeJournal(parts.cache, parts.journal, parts.engineerId)
  if (await pushAll(parts, signal)) await pullAll(parts, signal)
}
