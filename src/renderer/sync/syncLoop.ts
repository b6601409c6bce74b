import type { Instant } from '../../domain/calendar/time'
import { firstPingSeconds, noHint, pingSeconds } from '../../protocol/sync/pull'
import type { Hint } from '../../protocol/sync/pull'
import type { DeskCache } from '../cache/deskCache'
import { readMeta } from '../cache/readMeta'
import { backoff } from './backoff'
import type { AccessToken, BackendClient } from './backendClient'
import { BackendProblem } from './backendProblem'
import { useConnection } from './connectionStore'
import { followHints } from './followHints'
import { followWaits } from './followWaits'
import { firstSyncState, nextSyncStep } from './nextSyncStep'
import type { SyncEffect, SyncEvent } from './nextSyncStep'
import { syncRound } from './syncRound'
import type { RoundParts } from './syncRound'

/** What the loop cannot do itself; tests give their own clock, timers and dice. */
export interface SyncLoopParts {
  readonly cache: DeskCache
  readonly client: () => BackendClient | null
  readonly journal: RoundParts['journal']
  readonly token: AccessToken
  readonly deviceId: string
  readonly engineerId: () => Promise<string>
  readonly now: () => Instant
  readonly setTimer: (work: () => void, ms: number) => () => void
  readonly dice: () => number
  /** What stopped a round; it may be the store on this computer. */
  readonly onTrouble?: (error: unknown) => void
  /** The backend refuses the session for good; `revoked` = this desk too, and nothing of a round is under way any more. */
  readonly onSessionEnded: (sentence: string, revoked: boolean) => void
}

export interface SyncLoop {
  readonly tell: (event: SyncEvent) => void
  /** Ends every connection and timer. */
  readonly close: () => void
}

/** How long to poll before a stream is tried again beside it. */
const streamAgainMs = 5 * 60_000

/** How often the copy is compared with the backend's (P12), and how soon again on a new line. */
export const checkEveryMs = 10 * 60_000
const checkAgainMs = 60_000

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Runs the machine: carries out its effects and tells it what came of them. One round at a time. */
export const createSyncLoop = (parts: SyncLoopParts): SyncLoop => {
  const { cache, token, deviceId, now, setTimer, dice } = parts
  let state = firstSyncState
  let line = new AbortController()
  let round: { again: boolean } | null = null
  const rounds = new Set<Promise<void>>()
  let stopWaiting: () => void = () => undefined
  let stopTrial: () => void = () => undefined
  let stopPolling: () => void = () => undefined
  let checked: { readonly line: AbortSignal; readonly at: Instant } | null = null
  let closed = false

  /** A page being taken in would bring back what is wiped. */
  const leaveAfterRounds = async (sentence: string): Promise<void> => {
    await Promise.allSettled(rounds)
    parts.onSessionEnded(sentence, true)
  }

  const trouble = (error: unknown, signal: AbortSignal): void => {
    if (signal.aborted || closed) return
    parts.onTrouble?.(error)
    if (error instanceof BackendProblem && error.endsSession) {
      const revoked = error.code === 'deviceRevoked'
      if (!revoked) parts.onSessionEnded(error.message, false)
      tell({ kind: 'sessionEnded' })
      if (revoked) void leaveAfterRounds(error.message)
    } else tell({ kind: 'failed', detail: sentenceOf(error) })
  }

  const reached = (): BackendClient => {
    const client = parts.client()
    if (client === null) throw new Error('The backend is not running yet.')
    return client
  }

  /** The copy is compared on every new line, but a line that breaks all the time must not keep the desk busy. */
  const checkDue = (): boolean => {
    if (checked === null) return true
    const since = Math.abs(now() - checked.at)
    return since >= checkEveryMs || (checked.line !== line.signal && since >= checkAgainMs)
  }

  const runRound = async (): Promise<void> => {
    if (round !== null) {
      round.again = true
      return
    }
    const mine = { again: false }
    round = mine
    const { signal } = line
    try {
      do {
        mine.again = false
        const engineerId = await parts.engineerId()
        const client = reached()
        await syncRound({ cache, client, journal: parts.journal, token, deviceId, engineerId, now, check: checkDue(), setTimer, progress: showProgress }, signal)
        if (checkDue()) checked = { line: signal, at: now() }
      } while (mine.again)
      if (round === mine) round = null
      useConnection.setState({ lastSyncAt: now(), rowsFetched: null, rowsTotal: null, unreadableRows: await cache.parked.count() })
      if (!signal.aborted) tell({ kind: 'roundDone' })
    } catch (error) {
      if (round === mine) round = null
      trouble(error, signal)
    }
  }

  const showProgress = (done: number, behind: boolean, total?: number): void => {
    if (!behind) return
    tell({ kind: 'behind' })
    useConnection.setState({ rowsFetched: done, rowsTotal: total ?? null })
  }

  const lookAt = async (hint: Hint): Promise<void> => {
    const cursor = await readMeta(cache, 'cursor')
    const known = cursor?.epoch === hint.epoch && cursor.seq === hint.seq && cursor.scopeV === hint.scopeV
    if (!known) tell({ kind: 'changed' })
  }

  const hear = (signal: AbortSignal) => (hint: Hint): void => void lookAt(hint).catch((error: unknown) => trouble(error, signal))

  const listen = async (): Promise<void> => {
    const stream = new AbortController()
    const signal = AbortSignal.any([line.signal, stream.signal])
    const heard = { opened: false, ping: false }
    const stopMute = setTimer(() => {
      if (signal.aborted) return
      stream.abort()
      tell({ kind: 'mute' })
    }, firstPingSeconds * 1_000)
    const ping = (): void => {
      stopMute()
      heard.ping = true
      tell({ kind: 'heard' })
    }
    try {
      const body = await reached().hints(token, signal)
      heard.opened = true
      await followHints(body, { ping, hint: hear(signal) }, { setTimer })
    } catch (error) {
      if (signal.aborted || closed) return
      const refused = error instanceof BackendProblem && !error.endsSession
      if (!heard.ping && (heard.opened || refused)) tell({ kind: 'cutShort', detail: sentenceOf(error) })
      else trouble(error, signal)
    } finally {
      stopMute()
    }
  }

  const poll = async (): Promise<void> => {
    const asking = new AbortController()
    const signal = AbortSignal.any([line.signal, asking.signal])
    stopPolling = () => asking.abort()
    let lived = false
    const stopLived = setTimer(() => {
      lived = true
    }, pingSeconds * 1_000)
    const answered = (hint: Hint): void => {
      if (lived) tell({ kind: 'held' })
      hear(signal)(hint)
    }
    try {
      await followWaits(async (known) => reached().wait(token, known, signal), (await readMeta(cache, 'cursor')) ?? noHint, answered, { setTimer })
    } catch (error) {
      trouble(error, signal)
    } finally {
      stopLived()
    }
  }

  const hangUp = (): void => {
    line.abort()
    line = new AbortController()
    round = null
    stopWaiting()
    stopTrial()
  }

  const carryOut: { readonly [E in SyncEffect]: () => void } = {
    round: () => {
      const running = runRound().finally(() => rounds.delete(running))
      rounds.add(running)
    },
    listen: () => void listen(),
    poll: () => void poll(),
    stopPolling: () => stopPolling(),
    listenLater: () => {
      stopTrial()
      stopTrial = setTimer(() => tell({ kind: 'streamDue' }), streamAgainMs)
    },
    hangUp,
    retryLater: () => {
      stopWaiting = setTimer(() => tell({ kind: 'retryDue' }), backoff(state.failures, dice()))
    },
  }

  const tell = (event: SyncEvent): void => {
    if (closed) return
    const before = state
    const step = nextSyncStep(state, event)
    state = step.state
    useConnection.setState({ phase: state.phase, detail: state.detail, ...(before.phase === state.phase ? {} : { since: now() }) })
    for (const effect of step.effects) carryOut[effect]()
  }

  const stopFollowing = cache.notices.listen((notice) => {
    if (notice.kind === 'outbox' && notice.toSend) tell({ kind: 'changed' })
  })

  return {
    tell,
    close: () => {
      closed = true
      stopFollowing()
      hangUp()
    },
  }
}
