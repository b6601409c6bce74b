import 'fake-indexeddb/auto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { startBackend } from '../../src/backend/app'
import type { Backend } from '../../src/backend/app'
import { createLog } from '../../src/backend/config/createLog'
import { toInstant } from '../../src/domain/calendar/time'
import type { BackendDescription } from '../../src/protocol/ipc/messages'
import { startDesk } from '../../src/renderer/app/startDesk'
import type { DeskRuntime } from '../../src/renderer/app/startDesk'
import { useCacheStore } from '../../src/renderer/cache/cacheStore'
import type { DeskCache } from '../../src/renderer/cache/deskCache'
import type { QueueIndex } from '../../src/renderer/cache/queueIndex'
import { saveIntent } from '../../src/renderer/outbox/saveIntent'
import { useSessionStore } from '../../src/renderer/session/sessionStore'
import { useConnection } from '../../src/renderer/sync/connectionStore'
import { openDeskBridge } from '../fixtures/deskBridge'
import { layTemplate } from '../fixtures/embeddedTemplate'

/** Resolves when `holds` does; looks again whenever something the desk shows has changed. */
const until = async (holds: () => boolean): Promise<void> =>
  vi.waitFor(() => {
    if (!holds()) throw new Error(`not yet: ${JSON.stringify(useConnection.getState())} ${JSON.stringify(useSessionStore.getState())}`)
  }, 20_000)

describe('a desk and a real backend', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'engineer-console-desk-'))
  let backend: Backend
  let cut = false
  let runtime: DeskRuntime
  const description = (): BackendDescription => ({ mode: 'embedded', state: 'listening', url: backend.url, smtpPort: null, demo: backend.demo, detail: '' })
  const bridge = openDeskBridge(description)
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
  const queue = (): QueueIndex => useCacheStore.getState().queue ?? expect.fail('no queue')
  const me = (): string => useCacheStore.getState().engineerId ?? expect.fail('nobody')
  const note = async (ticketId: string, text: string) =>
    saveIntent({ cache: cache(), journal: bridge.api.journal, engineerId: me(), now: toInstant(Date.now()) }, { name: 'addNote', args: { ticketId, eventId: randomUUID(), text } })
  const firstTicket = (): string => queue().read().rows[0]?.ticket.id ?? expect.fail('no ticket')

  beforeAll(async () => {
    layTemplate(inject('embeddedTemplate'), dataDir)
    backend = await startBackend({
      host: '127.0.0.1', port: 0, smtpPort: null, dataDir, databaseUrl: null, demo: true, publicUrl: null, smtpOut: null, logger: createLog({ write: () => undefined }),
    })
    runtime = startDesk(platform)
    await runtime.started
  }, 180_000)
  afterAll(async () => {
    runtime.close()
    await backend.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('enters the demo world by itself, pulls the queue and is live', async () => {
    await until(() => useConnection.getState().phase === 'live' && queue().read().rows.length > 0)
    expect(useSessionStore.getState()).toMatchObject({ phase: 'signedIn', error: null })
    expect(bridge.settings().lastEngineerId).toBe(me())
    expect(await cache().parked.count()).toBe(0)
  })

  it('P5 keeps an intent in journal and outbox, sends it, and lets it go when its rows are here', async () => {
    const ticketId = firstTicket()
    expect(await note(ticketId, 'Restarted the queue handler')).toEqual({ saved: true })
    await until(() => bridge.journal.length === 0)
    expect(await cache().outbox.count()).toBe(0)
    const texts = (await cache().synced('timelineEvent').where({ ticketId }).toArray()).map((event) => (event.body.kind === 'note' ? event.body.text : ''))
    expect(texts).toContain('Restarted the queue handler')
  })

  it('goes on while cut off, numbers without gaps, and sends in order when the line is back', async () => {
    const ticketId = firstTicket()
    cut = true
    bridge.emit('wake', { reason: 'resume' })
    await until(() => useConnection.getState().phase === 'offline')
    const saved = await Promise.all(['one', 'two', 'three'].map(async (text) => note(ticketId, text)))
    expect(saved).toEqual([{ saved: true }, { saved: true }, { saved: true }])
    const muts = (await cache().outbox.toArray()).map((row) => row.mut)
    expect(muts).toEqual([muts[0], (muts[0] ?? 0) + 1, (muts[0] ?? 0) + 2])
    await queue().settled()
    expect(queue().read().rows.find((row) => row.ticket.id === ticketId)?.pending).toBe(true)
    cut = false
    bridge.emit('wake', { reason: 'resume' })
    await until(() => bridge.journal.length === 0 && useConnection.getState().phase === 'live')
    const notes = (await cache().synced('timelineEvent').where({ ticketId }).toArray()).toSorted((a, b) => a.rev - b.rev).flatMap(({ body }) => (body.kind === 'note' ? [body.text] : []))
    expect(notes.slice(-3)).toEqual(['one', 'two', 'three'])
  })

  it('P6 keeps a refused intent with its text and sentence, and sends the next', async () => {
    const ticketId = firstTicket()
    await cache().outbox.add({
      engineerId: me(), mut: ((await cache().meta.get(`nextMut:${me()}`))?.value as number), serverEpoch: '', ticketId: randomUUID(), eventId: randomUUID(),
      command: { name: 'addNote', args: { ticketId: randomUUID(), eventId: randomUUID(), text: 'Long text that must not be lost' } },
      base: {}, at: toInstant(Date.now()),
    })
    await cache().meta.put({ key: `nextMut:${me()}`, value: ((await cache().meta.get(`nextMut:${me()}`))?.value as number) + 1 })
    expect(await note(ticketId, 'after the refused one')).toEqual({ saved: true })
    await until(() => bridge.journal.length === 0)
    expect(await cache().outbox.count()).toBe(0)
    const kept = await cache().refused.toArray()
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({ command: { args: { text: 'Long text that must not be lost' } } })
    expect(kept[0]?.sentence).not.toBe('')
  })

  it('signs out, keeps the cache readable, and asks to sign in again', async () => {
    await useSessionStore.getState().signOut()
    expect(useSessionStore.getState()).toMatchObject({ phase: 'signedOut', needsSignIn: true })
    expect(useConnection.getState().phase).toBe('signedOut')
    expect(queue().read().rows.length).toBeGreaterThan(0)
  })
})
