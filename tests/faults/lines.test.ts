import 'fake-indexeddb/auto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import type { Database } from '../../src/backend/db/database'
import { openEmbedded } from '../../src/backend/db/openEmbedded'
import { timelineEvent } from '../../src/backend/db/schema'
import { DeskCache } from '../../src/renderer/cache/deskCache'
import { handTimers } from '../../src/renderer/fixtures/handTimers'
import { memoryJournal } from '../../src/renderer/fixtures/memoryJournal'
import { saveIntent } from '../../src/renderer/outbox/saveIntent'
import { createBackendClient } from '../../src/renderer/sync/backendClient'
import { useConnection } from '../../src/renderer/sync/connectionStore'
import { createSyncLoop } from '../../src/renderer/sync/syncLoop'
import type { SyncLoop } from '../../src/renderer/sync/syncLoop'
import { toInstant } from '../../src/domain/calendar/time'
import { emptyDatabase, openTestBackend } from '../conformance/testBackend'
import type { TestBackend, TestDesk } from '../conformance/testBackend'
import { addTicket, worldStart } from '../fixtures/backendWorld'
import { layTemplate } from '../fixtures/embeddedTemplate'
import { openHttpProxy } from './httpProxy'
import { openTcpProxy } from './tcpProxy'

const pingEvery = 50
const silence = 20_000
const firstPing = 10_000

describe('a desk on a bad line', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'engineer-console-lines-'))
  let database: Database
  let backend: TestBackend
  let seat: TestDesk
  let timers: ReturnType<typeof handTimers>
  let cache: DeskCache
  let loop: SyncLoop
  let opened = 0
  let port = 0
  const { journal } = memoryJournal()

  beforeAll(async () => {
    layTemplate(inject('embeddedTemplate'), dataDir)
    database = await openEmbedded(dataDir)
  })
  afterAll(async () => {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  beforeEach(async () => {
    useConnection.setState(useConnection.getInitialState(), true)
    await emptyDatabase(database)
    backend = await openTestBackend(database, pingEvery)
    seat = await backend.desk()
    await backend.app.listen({ host: '127.0.0.1', port: 0 })
    ;({ port } = backend.app.server.address() as AddressInfo)
    timers = handTimers()
    opened += 1
    cache = new DeskCache(`lines:${opened}`)
    await cache.open()
  })
  afterEach(async () => {
    loop.close()
    await backend.close()
    await cache.delete()
  })

  const start = (url: string): void => {
    const client = createBackendClient(url, fetch)
    loop = createSyncLoop({
      cache, client: () => client, journal, token: async () => seat.grant.accessToken, deviceId: seat.device, engineerId: async () => seat.engineerId,
      now: () => worldStart, setTimer: timers.setTimer, dice: () => 0, onSessionEnded: (sentence) => expect.fail(sentence),
    })
    loop.tell({ kind: 'signedIn' })
  }
  const seen = async (holds: () => void | Promise<void>): Promise<void> => vi.waitFor(holds, { interval: 5, timeout: 25_000 })
  const phase = () => useConnection.getState().phase
  /** Live, and the stream has lived for a ping: only the watchdog's timer is left of those two. */
  const live = async (): Promise<void> =>
    seen(() => {
      expect([phase(), timers.waiting().includes(firstPing), timers.waiting().includes(silence)]).toEqual(['live', false, true])
    })
  const holds = async (id: string): Promise<void> => seen(async () => expect(await cache.synced('ticket').get(id)).toBeDefined())
  const note = async (ticketId: string, text: string) =>
    saveIntent({ cache, journal, engineerId: seat.engineerId, now: toInstant(worldStart) }, { name: 'addNote', args: { ticketId, eventId: crypto.randomUUID(), text } })

  it('P22 notices a frozen line by the watchdog, says so, and catches up without a gap when it thaws', async () => {
    const proxy = await openTcpProxy(port)
    try {
      const before = await addTicket(database)
      start(proxy.url)
      await live()
      await holds(before.id)
      proxy.set('frozen')
      const missed = [await addTicket(database), await addTicket(database)]
      expect(phase()).toBe('live')
      timers.ring(silence)
      await seen(() => expect([phase(), useConnection.getState().detail]).toEqual(['offline', 'The backend has fallen silent.']))
      proxy.set('open')
      timers.ring(0)
      await live()
      for (const { id } of missed) await holds(id)
      expect(await cache.synced('ticket').count()).toBe(3)
    } finally {
      await proxy.close()
    }
  })

  it('P22 notices a reset at once, and sends what was given meanwhile when the line is back', async () => {
    const proxy = await openTcpProxy(port)
    try {
      const { id } = await addTicket(database)
      start(proxy.url)
      await live()
      proxy.set('cut')
      await seen(() => expect(phase()).toBe('offline'))
      expect(await note(id, 'given while cut off')).toEqual({ saved: true })
      proxy.set('open')
      timers.ring(0)
      await live()
      await seen(async () => expect(await cache.outbox.count()).toBe(0))
      expect((await database.queries.select().from(timelineEvent)).map(({ body }) => body)).toEqual([{ kind: 'note', text: 'given while cut off' }])
    } finally {
      await proxy.close()
    }
  })

  it('P22 syncs over 1 kB/s', async () => {
    const proxy = await openTcpProxy(port)
    try {
      const { id } = await addTicket(database)
      start(proxy.url)
      await live()
      proxy.set({ bytesPerSecond: 1_000 })
      expect(await note(id, 'over a thin line')).toEqual({ saved: true })
      await seen(async () => expect(await cache.outbox.count()).toBe(0))
      expect(phase()).toBe('live')
    } finally {
      await proxy.close()
    }
  })

  it('P22 falls to polling behind a proxy that holds streams back, and hears of commits all the same', async () => {
    const proxy = await openHttpProxy(port)
    try {
      proxy.set({ buffers: true })
      start(proxy.url)
      await seen(() => expect([phase(), timers.waiting()]).toEqual(['live', [firstPing]]))
      timers.ring(firstPing)
      await seen(() => expect(timers.waiting()).toContain(silence))
      const { id } = await addTicket(database)
      await holds(id)
      expect(phase()).toBe('live')
    } finally {
      await proxy.close()
    }
  })

  it('P4 P22 takes effect once over a line that doubles and reorders requests and drops half of the answers', async () => {
    const proxy = await openHttpProxy(port)
    try {
      const { id } = await addTicket(database)
      start(proxy.url)
      await live()
      proxy.set({ duplicates: true, dropsHalf: true, reorders: true })
      const texts = Array.from({ length: 12 }, (_, nth) => `note ${nth}`)
      // One by one, or a quick machine sends them all in a push or two.
      for (const text of texts) {
        expect(await note(id, text)).toEqual({ saved: true })
        await seen(async () => {
          timers.ring(0)
          expect(await cache.outbox.count()).toBe(0)
        })
      }
      const stored = (await database.queries.select().from(timelineEvent)).toSorted((a, b) => a.rev - b.rev)
      expect(stored.map(({ body }) => (body.kind === 'note' ? body.text : ''))).toEqual(texts)
      expect(proxy.counts.duplicated).toBeGreaterThan(3)
      expect(proxy.counts.dropped).toBeGreaterThan(1)
    } finally {
      await proxy.close()
    }
  })
})
