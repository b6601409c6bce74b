import 'fake-indexeddb/auto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { startBackend } from '../../src/backend/app'
import type { Backend } from '../../src/backend/app'
import { createLog } from '../../src/backend/config/createLog'
import type { EngineerRole } from '../../src/domain/access/engineer'
import { toInstant } from '../../src/domain/calendar/time'
import type { BackendDescription } from '../../src/protocol/ipc/messages'
import type { SessionGrant } from '../../src/protocol/session/session'
import { startDesk } from '../../src/renderer/app/startDesk'
import type { DeskRuntime } from '../../src/renderer/app/startDesk'
import { useCacheStore } from '../../src/renderer/cache/cacheStore'
import type { DeskCache } from '../../src/renderer/cache/deskCache'
import { readServerNotes } from '../../src/renderer/cache/readServerNotes'
import { rawCacheText } from '../../src/renderer/fixtures/rawCacheText'
import { saveIntent } from '../../src/renderer/outbox/saveIntent'
import { useSessionStore } from '../../src/renderer/session/sessionStore'
import { useConnection } from '../../src/renderer/sync/connectionStore'
import { openDeskBridge } from '../fixtures/deskBridge'
import { layTemplate } from '../fixtures/embeddedTemplate'

/** Of a server note of the demo world. */
const canary = 'wexjump'
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> =>
  vi.waitFor(
    async () => {
      if (!(await holds())) throw new Error(`not yet: ${JSON.stringify(useConnection.getState())}`)
    },
    { timeout: 20_000, interval: 20 },
  )

describe('what an engineer may hold, on a desk and a real backend', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'engineer-console-rights-'))
  let backend: Backend
  let runtime: DeskRuntime
  let administrator: SessionGrant
  let cut = false
  const logged: string[] = []
  const bridge = openDeskBridge((): BackendDescription => ({ mode: 'remote', state: 'listening', url: backend.url, smtpPort: null, demo: null, detail: '' }))
  const platform = {
    bridge: bridge.api,
    fetch: async (...args: Parameters<typeof fetch>) => (cut ? Promise.reject(new TypeError('cut off')) : fetch(...args)),
    now: () => toInstant(Date.now()),
    setTimer: (work: () => void, ms: number) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    dice: () => 0,
    page: new EventTarget(),
  }
  const cache = (): DeskCache => useCacheStore.getState().cache ?? expect.fail('no cache')
  const me = (): string => useCacheStore.getState().engineerId ?? expect.fail('nobody')
  const post = async (path: string, body: unknown) =>
    fetch(`${backend.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${administrator.accessToken}` }, body: JSON.stringify(body) })
  const changeRole = async (role: EngineerRole) => post(`/api/people/${me()}`, { role })
  const noteCount = async (): Promise<number> => cache().synced('serverNote').count()
  const signIn = async (): Promise<void> => useSessionStore.getState().signIn(backend.demo?.email ?? '', backend.demo?.password ?? '')
  const live = () => useConnection.getState().phase === 'live'

  beforeAll(async () => {
    layTemplate(inject('embeddedTemplate'), dataDir)
    backend = await startBackend({
      host: '127.0.0.1', port: 0, smtpPort: null, dataDir, databaseUrl: null, demo: true, publicUrl: null, smtpOut: null, logger: createLog({ write: (line: string) => void logged.push(line) }),
    })
    const answer = await fetch(`${backend.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'sam.petrakis@thefaxguys.example', password: backend.demo?.password, device: { id: randomUUID(), name: 'office' } }),
    })
    administrator = (await answer.json()) as SessionGrant
    runtime = startDesk(platform)
    await runtime.started
    await signIn()
    await until(() => live())
  }, 180_000)
  afterAll(async () => {
    runtime.close()
    await backend.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('P10 P49 reads server notes that lie sealed in the cache, and are in neither journal nor log', async () => {
    const customers = (await cache().synced('customer').toArray()).map(({ id }) => id)
    const texts = (await Promise.all(customers.map(async (id) => readServerNotes(cache(), id, me())))).flatMap(({ texts: found }) => [...found.values()])
    expect(texts.some((text) => text.includes(canary))).toBe(true)
    const raw = await rawCacheText(cache())
    expect(raw.length).toBeGreaterThan(100_000)
    for (const place of [raw, JSON.stringify(bridge.journal), logged.join('\n')]) expect(place).not.toContain(canary)
  })

  it('P10 loses them within a second of losing the right while online, and P11 gets them whole again with it', async () => {
    const before = await noteCount()
    expect(before).toBeGreaterThan(20)
    const changedAt = performance.now()
    expect((await changeRole('accountManager')).status).toBe(200)
    await until(async () => (await noteCount()) === 0)
    expect(performance.now() - changedAt).toBeLessThan(1_000)
    expect(await cache().synced('customer').count()).toBeGreaterThan(0)
    await changeRole('helpdesk')
    await until(async () => (await noteCount()) === before && live())
    expect(await cache().parked.count()).toBe(0)
  })

  it('P10 loses them in its first contact when the right was lost while offline', async () => {
    cut = true
    platform.page.dispatchEvent(new Event('online'))
    await until(() => useConnection.getState().phase === 'offline')
    await changeRole('projectManager')
    expect(await noteCount()).toBeGreaterThan(0)
    cut = false
    platform.page.dispatchEvent(new Event('online'))
    await until(async () => (await noteCount()) === 0 && live())
    expect(await cache().synced('accessRequest').count()).toBe(0)
    await changeRole('helpdesk')
    await until(async () => (await noteCount()) > 0 && live())
  })

  it('P6 P46 a revoked desk wipes itself at its next contact, and gives unsent work back to its engineer alone', async () => {
    const engineerId = me()
    const [ticketId = ''] = await cache().synced('ticket').toCollection().primaryKeys()
    cut = true
    platform.page.dispatchEvent(new Event('online'))
    await until(() => useConnection.getState().phase === 'offline')
    const saved = await saveIntent({ cache: cache(), journal: bridge.api.journal, engineerId, now: toInstant(Date.now()) }, { name: 'addNote', args: { ticketId, eventId: randomUUID(), text: 'Written on the train' } })
    expect(saved).toEqual({ saved: true })
    const device = bridge.settings().deviceId
    expect((await post(`/api/devices/${device}/revoke`, { engineerId })).status).toBe(200)
    cut = false
    platform.page.dispatchEvent(new Event('online'))
    await until(async () => (await cache().synced('ticket').count()) === 0)
    await until(() => useCacheStore.getState().engineerId === null)
    expect(useSessionStore.getState()).toMatchObject({ phase: 'signedOut', engineer: null, error: expect.stringContaining('was revoked') as string })
    expect(bridge.settings().lastEngineerId).toBeNull()
    expect([await cache().outbox.count(), bridge.journal.length]).toEqual([0, 0])
    const raw = await rawCacheText(cache())
    expect(raw).toContain('Written on the train')
    for (const word of [canary, 'Wexcombe', 'prairielantern']) expect(raw).not.toContain(word)

    await signIn()
    await until(async () => live() && (await cache().synced('ticket').count()) > 0)
    expect(await cache().refused.where({ engineerId }).toArray()).toMatchObject([{ command: { args: { text: 'Written on the train' } } }])
    const events = await cache().synced('timelineEvent').toArray()
    expect(JSON.stringify(events)).not.toContain('Written on the train')
    const again = await saveIntent({ cache: cache(), journal: bridge.api.journal, engineerId, now: toInstant(Date.now()) }, { name: 'addNote', args: { ticketId, eventId: randomUUID(), text: 'Given anew' } })
    expect(again).toEqual({ saved: true })
    await until(async () => (await cache().outbox.count()) === 0)
    expect(JSON.stringify(await cache().synced('timelineEvent').toArray())).toContain('Given anew')
  })
})
