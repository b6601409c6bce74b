// @vitest-environment node
import { forceCloseDatabase } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { useTroubleStore } from '../bridge/troubleStore'
import { deskTicket } from '../fixtures/deskTicket'
import { exampleEngineer } from '../fixtures/exampleEngineer'
import { exampleId } from '../fixtures/exampleId'
import { examplePage, travelling } from '../fixtures/examplePage'
import { exampleSnapshot, sendLines } from '../fixtures/exampleSnapshot'
import { handTimers } from '../fixtures/handTimers'
import { memoryJournal } from '../fixtures/memoryJournal'
import { saveIntent } from '../outbox/saveIntent'
import { syncRound } from '../sync/syncRound'
import { applyChanges } from './applyChanges'
import { DeskCache } from './deskCache'
import { keepCacheOpen, storageSentences } from './keepCacheOpen'
import type { CacheKeeper } from './keepCacheOpen'
import { useStorageStore } from './storageStore'

const me = exampleId(1)
const rows = [travelling('policy', { id: 'policy' }), travelling('engineer', exampleEngineer(1)), travelling('ticket', deskTicket(10))]
const failure = (name: string): DOMException => new DOMException('for the test', name)

describe('a cache that is kept open', () => {
  let cache: DeskCache
  let keeper: CacheKeeper
  let timers: ReturnType<typeof handTimers>
  let healed: number
  let count = 0
  const { journal, kept } = memoryJournal()

  const sentence = () => useStorageStore.getState().sentence
  const fill = async () => applyChanges(cache, examplePage({ rows }), { engineerId: me, now: toInstant(1) })
  const tickets = async () => cache.synced('ticket').count()
  const told = () => useTroubleStore.getState().sentences
  const note = async (text: string) =>
    saveIntent({ cache, journal, engineerId: me, now: toInstant(2) }, { name: 'addNote', args: { ticketId: exampleId(10), eventId: crypto.randomUUID(), text } })
  const round = async () =>
    syncRound(
      {
        cache, journal, token: async () => 'token', deviceId: exampleId(5), engineerId: me, now: () => toInstant(9), check: false, setTimer: timers.setTimer, progress: () => undefined,
        client: { pull: async () => examplePage(), push: async () => Promise.reject(new Error('offline')), digest: async () => ({ ...examplePage(), digests: null }), snapshot: async () => sendLines(exampleSnapshot([rows])) },
      },
      new AbortController().signal,
    )
  /** Opening fails so often from now on. */
  const breakOpening = (times: number, name: string): void => {
    const real = indexedDB.open.bind(indexedDB)
    let left = times
    vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      if (left === 0) return real(...args)
      left -= 1
      const request = { error: failure(name) } as unknown as IDBOpenDBRequest
      queueMicrotask(() => void request.onerror?.({ target: request, preventDefault: () => undefined, stopPropagation: () => undefined } as unknown as Event))
      return request
    })
  }
  /** Lets waiting retries go on until `holds`. */
  const until = async (holds: () => void): Promise<void> =>
    vi.waitFor(() => {
      timers.fire()
      holds()
    }, { interval: 1, timeout: 4_000 })

  beforeEach(async () => {
    count += 1
    healed = 0
    kept.entries = []
    kept.full = false
    timers = handTimers()
    useStorageStore.setState({ sentence: null })
    useTroubleStore.setState({ sentences: [] })
    cache = new DeskCache(`kept:${String(count)}`)
    keeper = keepCacheOpen({ cache, setTimer: timers.setTimer, onHealed: () => { healed += 1 } })
    await keeper.open()
    await fill()
  })
  afterEach(async () => {
    keeper.stop()
    vi.restoreAllMocks()
    await cache.delete()
  })

  it('P15 opens again by itself when the browser closed the handle, 20 times of 20', async () => {
    for (let time = 1; time <= 20; time += 1) {
      forceCloseDatabase(cache.backendDB() as never)
      await until(() => expect(healed).toBe(time))
      expect(await tickets()).toBe(1)
    }
    expect([sentence(), await note('still saved')]).toEqual([null, { saved: true }])
  })

  it('P21 begins anew when the store was deleted while it was open, and the next round fills it', async () => {
    await note('not sent yet')
    indexedDB.deleteDatabase(cache.name)
    await until(() => expect(healed).toBe(1))
    expect([await tickets(), await cache.outbox.count()]).toEqual([0, 0])
    await expect(round()).rejects.toThrow('offline')
    expect([await tickets(), (await cache.outbox.toArray()).map(({ command }) => (command.args as { readonly text?: string }).text)]).toEqual([1, ['not sent yet']])
  })

  it('P21 deletes and refills a store that cannot be opened, and the outbox comes back whole from the journal', async () => {
    const texts = ['one', 'two', 'three']
    for (const text of texts) expect(await note(text)).toEqual({ saved: true })
    keeper.stop()
    cache.close()
    breakOpening(5, 'UnknownError')
    cache = new DeskCache(cache.name)
    keeper = keepCacheOpen({ cache, setTimer: timers.setTimer, onHealed: () => undefined })
    const opened = keeper.open()
    await until(() => expect(cache.isOpen()).toBe(true))
    await opened
    expect(await tickets()).toBe(0)
    expect(told().join()).toContain('begun anew')
    await expect(round()).rejects.toThrow('offline')
    expect([await tickets(), (await cache.outbox.toArray()).map(({ command }) => (command.args as { readonly text?: string }).text)]).toEqual([1, texts])
  })

  it('P15 goes on trying, and says so, while a store cannot be opened at all', async () => {
    keeper.stop()
    cache.close()
    breakOpening(40, 'UnknownError')
    cache = new DeskCache(cache.name)
    keeper = keepCacheOpen({ cache, setTimer: timers.setTimer, onHealed: () => undefined })
    const opened = keeper.open()
    await until(() => expect(sentence()).toBe(storageSentences.shut))
    await until(() => expect(cache.isOpen()).toBe(true))
    await opened
    expect(sentence()).toBeNull()
  })

  it('P15 says at once that an older window holds the store, and goes on when that is closed', async () => {
    const name = `blocked:${String(count)}`
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 10)
      request.onsuccess = () => resolve(request.result)
    })
    const mine = new DeskCache(name)
    const guard = keepCacheOpen({ cache: mine, setTimer: timers.setTimer, onHealed: () => undefined })
    const opened = guard.open()
    await vi.waitFor(() => expect(sentence()).toBe(storageSentences.blocked), { interval: 1 })
    older.close()
    await opened
    expect([sentence(), mine.isOpen()]).toEqual([null, true])
    guard.stop()
    await mine.delete()
  })

  it('P15 lets a newer window have the store, says so, and does not take it back', async () => {
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(cache.name, 10_000)
      request.onsuccess = () => resolve(request.result)
    })
    expect([sentence(), cache.isOpen(), healed]).toEqual([storageSentences.replaced, false, 0])
    expect(await note('into nothing')).toMatchObject({ saved: false })
    newer.close()
  })

  it('P20 says that the disk is full until something could be written again, and what is not saved', async () => {
    const full = (): never => {
      throw failure('QuotaExceededError')
    }
    cache.meta.hook('updating', full)
    const stopped = await fill().catch((error: unknown) => error)
    keeper.report(stopped)
    expect([sentence(), healed]).toEqual([storageSentences.full, 0])
    kept.full = true
    expect(await note('no room')).toEqual({ saved: false, reason: 'The disk is full.' })
    cache.meta.hook('updating').unsubscribe(full)
    await fill()
    expect(sentence()).toBeNull()
  })

  it('P15 opens a failing store again, and begins it anew when that did not help', async () => {
    await note('not sent yet')
    keeper.report(failure('UnknownError'))
    await keeper.settled()
    expect([healed, await tickets()]).toEqual([1, 1])
    keeper.report(failure('UnknownError'))
    await keeper.settled()
    expect([healed, await tickets()]).toEqual([2, 0])
    await expect(round()).rejects.toThrow('offline')
    expect([await tickets(), await cache.outbox.count()]).toEqual([1, 1])
  })

  it('leaves the store alone for trouble that is not its own', async () => {
    keeper.report(new Error('The backend cannot be reached.'))
    keeper.report(failure('AbortError'))
    await keeper.settled()
    expect([healed, cache.isOpen()]).toEqual([0, true])
  })
})
