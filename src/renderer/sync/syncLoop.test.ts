// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import type { Hint, PullResponse } from '../../protocol/sync/pull'
import type { DeskCache } from '../cache/deskCache'
import { exampleId } from '../fixtures/exampleId'
import { exampleEpoch, examplePage } from '../fixtures/examplePage'
import { exampleSnapshot, sendLines } from '../fixtures/exampleSnapshot'
import { handTimers } from '../fixtures/handTimers'
import { memoryJournal } from '../fixtures/memoryJournal'
import { openExampleCache } from '../fixtures/openExampleCache'
import type { BackendClient } from './backendClient'
import { BackendProblem } from './backendProblem'
import { useConnection } from './connectionStore'
import { createSyncLoop } from './syncLoop'
import type { SyncLoop } from './syncLoop'

const now = toInstant(1_000_000)

/** A backend whose hint streams the test writes, breaks and counts. */
const openBackend = () => {
  const streams: { readonly send: (name: string, data: string) => void; readonly end: () => void; readonly signal: AbortSignal }[] = []
  let pulls = 0
  const given = { page: async (): Promise<PullResponse> => examplePage() }
  const waits: { readonly known: Hint; readonly answer: (hint: Hint) => void; readonly signal: AbortSignal }[] = []
  const client: Pick<BackendClient, 'hints' | 'pull' | 'push' | 'snapshot' | 'digest' | 'wait'> = {
    snapshot: async () => sendLines(exampleSnapshot([[]])),
    wait: async (_token, known, signal) =>
      new Promise((answer, reject) => {
        waits.push({ known, answer, signal })
        signal.addEventListener('abort', () => reject(signal.reason as Error))
      }),
    hints: async (_token, signal) => {
      const body = new TransformStream<Uint8Array, Uint8Array>()
      const writer = body.writable.getWriter()
      const gone = writer.closed.catch(() => undefined)
      signal.addEventListener('abort', () => void writer.abort(signal.reason).catch(() => undefined))
      streams.push({ signal, end: () => void writer.close(), send: (name, data) => void writer.write(new TextEncoder().encode(`event: ${name}\ndata: ${data}\n\n`)).catch(async () => gone) })
      return body.readable
    },
    pull: async (_token, _device, _cursor, signal) => {
      pulls += 1
      const page = await given.page()
      signal.throwIfAborted()
      return page
    },
    digest: async (...args) => ({ ...(await client.pull(...args)), digests: null }),
    push: async () => ({ lastMut: 0, results: [] }),
  }
  return { client: client as BackendClient, streams, waits, given, pulls: () => pulls }
}

describe('the sync loop', () => {
  let cache: DeskCache
  let backend: ReturnType<typeof openBackend>
  let timers: ReturnType<typeof handTimers>
  let loop: SyncLoop
  let ended: string[]
  let reachable: boolean
  let rounds: number

  const seen = async (holds: () => void): Promise<void> => vi.waitFor(holds, { interval: 1, timeout: 4_000 })
  const phase = () => useConnection.getState().phase
  const say = (seq: number, changes: Partial<Hint> = {}): void => backend.streams.at(-1)?.send('hint', JSON.stringify({ epoch: exampleEpoch, seq, scopeV: 0, ...changes }))
  const live = async (): Promise<void> => {
    loop.tell({ kind: 'signedIn' })
    await seen(() => {
      expect([phase(), backend.streams.length, backend.pulls(), timers.waiting()]).toEqual(['live', 1, 1, [10_000, 20_000]])
    })
  }

  beforeEach(async () => {
    useConnection.setState(useConnection.getInitialState(), true)
    cache = await openExampleCache()
    backend = openBackend()
    timers = handTimers()
    ended = []
    reachable = true
    rounds = 0
    loop = createSyncLoop({
      cache, client: () => (reachable ? backend.client : null), journal: memoryJournal().journal, token: async () => 'token', deviceId: exampleId(5),
      engineerId: async () => {
        rounds += 1
        return exampleId(1)
      },
      now: () => now, setTimer: timers.setTimer, dice: () => 1, onSessionEnded: (sentence) => ended.push(sentence),
    })
  })
  afterEach(async () => {
    loop.close()
    await cache.delete()
  })

  it('pulls when a hint tells of something new, and not when it is known already', async () => {
    await live()
    const reads = vi.spyOn(cache.meta, 'get')
    say(5)
    await seen(() => expect(reads).toHaveBeenCalledOnce())
    // Reads are answered in their order: after this one the loop has judged the hint.
    await cache.meta.get('cursor')
    expect(rounds).toBe(1)
    say(6)
    await seen(() => expect([rounds, backend.pulls()]).toEqual([2, 2]))
    await seen(() => expect(phase()).toBe('live'))
    say(5, { epoch: exampleId(91) })
    await seen(() => expect([rounds, backend.pulls()]).toEqual([3, 3]))
  })

  it('P22 hangs up after 20 s of silence, says so, and connects again after a short wait', async () => {
    await live()
    backend.streams[0]?.send('ping', '')
    await seen(() => expect(timers.waiting()).toEqual([20_000]))
    timers.fire()
    await seen(() => expect(phase()).toBe('offline'))
    expect([useConnection.getState().detail, backend.streams[0]?.signal.aborted, timers.waiting()]).toEqual(['The backend has fallen silent.', true, [500]])
    timers.fire()
    await seen(() => expect([phase(), backend.streams.length, backend.pulls()]).toEqual(['live', 2, 2]))
  })

  it('P22 polls for hints when the stream’s first ping is overdue, and goes back when a stream gets through', async () => {
    await live()
    timers.ring(10_000)
    await seen(() => expect(backend.waits).toHaveLength(1))
    expect([phase(), backend.streams[0]?.signal.aborted, backend.waits[0]?.known.seq]).toEqual(['live', true, 5])
    backend.waits[0]?.answer({ epoch: exampleEpoch, seq: 6, scopeV: 0 })
    await seen(() => expect([rounds, backend.waits.length, backend.waits[1]?.known.seq]).toEqual([2, 2, 6]))
    timers.ring(300_000)
    await seen(() => expect(backend.streams).toHaveLength(2))
    expect(backend.waits[1]?.signal.aborted).toBe(false)
    backend.streams[1]?.send('ping', '')
    await seen(() => expect(backend.waits[1]?.signal.aborted).toBe(true))
    expect([phase(), backend.waits.length]).toEqual(['live', 2])
  })

  it('P22 polls after three streams that ended before their first ping', async () => {
    await live()
    for (const nth of [1, 2, 3]) {
      backend.streams.at(-1)?.end()
      if (nth === 3) break
      await seen(() => expect(phase()).toBe('offline'))
      timers.fire()
      await seen(() => expect([phase(), backend.streams.length]).toEqual(['live', nth + 1]))
    }
    await seen(() => expect(backend.waits).toHaveLength(1))
    expect([phase(), backend.streams.length]).toEqual(['live', 3])
  })

  it('P24 waits longer each time it cannot be reached, and not at all once it has lived', async () => {
    reachable = false
    loop.tell({ kind: 'signedIn' })
    await seen(() => expect(timers.waiting()).toHaveLength(1))
    const [first = 0] = timers.waiting()
    timers.fire()
    await seen(() => expect(timers.waiting()[0]).toBeGreaterThan(first))
    reachable = true
    timers.fire()
    await seen(() => expect(phase()).toBe('live'))
    backend.streams.at(-1)?.send('ping', '')
    await seen(() => expect(timers.waiting()).toEqual([20_000]))
  })

  it('P23 drops every connection on waking and looks again at once, whatever the old round was doing', async () => {
    await live()
    let late: (page: PullResponse) => void = () => undefined
    backend.given.page = async () => new Promise((resolve) => (late = resolve))
    say(6)
    await seen(() => expect(backend.pulls()).toBe(2))
    backend.given.page = async () => examplePage({ cursor: { epoch: exampleEpoch, seq: 9, scopeV: 0, schema: 1 } })
    loop.tell({ kind: 'wake' })
    await seen(() => expect([backend.streams.length, backend.pulls(), backend.streams[0]?.signal.aborted]).toEqual([2, 3, true]))
    late(examplePage({ cursor: { epoch: exampleEpoch, seq: 2, scopeV: 0, schema: 1 } }))
    await seen(() => expect(useConnection.getState().lastSyncAt).toBe(now))
    expect([phase(), (await cache.meta.get('cursor'))?.value]).toMatchObject(['live', { seq: 9 }])
  })

  it('tells the rows of a long first sync as they come, and no total it does not know', async () => {
    let release: (page: PullResponse) => void = () => undefined
    const pages = [examplePage({ more: true, rows: [1, 2, 3].map((n) => ({ table: 'ofTheFuture', row: { id: exampleId(n) } })) })]
    backend.given.page = async () => pages.shift() ?? new Promise((resolve) => (release = resolve))
    loop.tell({ kind: 'signedIn' })
    await seen(() => expect(useConnection.getState()).toMatchObject({ phase: 'catchingUp', rowsFetched: 3 }))
    await seen(() => expect(backend.pulls()).toBe(2))
    release(examplePage())
    await seen(() => expect(useConnection.getState()).toMatchObject({ phase: 'live', rowsFetched: null, unreadableRows: 3 }))
  })

  it('ends when the backend refuses the session for good, and works no more until somebody signs in', async () => {
    await live()
    backend.given.page = async () => Promise.reject(new BackendProblem('sessionExpired', 'Please sign in again.'))
    say(6)
    await seen(() => expect([phase(), ended]).toEqual(['signedOut', ['Please sign in again.']]))
    const { length } = backend.streams
    loop.tell({ kind: 'wake' })
    cache.notices.tell({ kind: 'outbox', toSend: true })
    expect([backend.streams.length, backend.pulls(), timers.waiting()]).toEqual([length, 2, []])
  })

  it('sends at once what a person has just given', async () => {
    await live()
    cache.notices.tell({ kind: 'outbox', toSend: true })
    await seen(() => expect(backend.pulls()).toBe(2))
  })
})
