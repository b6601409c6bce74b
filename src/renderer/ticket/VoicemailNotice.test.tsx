import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Attachment } from '../../domain/ticket/attachment'
import type { Ticket } from '../../domain/ticket/ticket'
import type { JournalEntry } from '../../protocol/ipc/messages'
import { handleKeyPress } from '../app/keyDesk'
import { useAttachmentSource } from '../attachments/attachmentSource'
import { useCacheStore } from '../cache/cacheStore'
import type { DeskCache } from '../cache/deskCache'
import { writeMeta } from '../cache/readMeta'
import { deskTicket } from '../fixtures/deskTicket'
import { exampleEngineer } from '../fixtures/exampleEngineer'
import { exampleId } from '../fixtures/exampleId'
import { openExampleCache } from '../fixtures/openExampleCache'
import { AttachmentList } from './AttachmentList'
import { VoicemailNotice } from './VoicemailNotice'

// The bridge is read when its module is first imported, so it must be there before.
const journalled = vi.hoisted(() => {
  const entries: JournalEntry[] = []
  const append = async (entry: JournalEntry) => {
    entries.push(entry)
    return { outcome: 'done' }
  }
  Object.assign(globalThis, { desk: { journal: { append, read: async () => ({ entries, damaged: 0 }) } } })
  return entries
})

const voicemail = deskTicket(1, { channel: 'techLine', customerId: null, siteId: null, contactId: null })
const recording: Attachment = { id: exampleId(50), rev: 1, ticketId: voicemail.id, eventId: exampleId(51), name: 'voicemail.wav', mediaType: 'audio/wav', size: 16_044, sha256: '', createdAt: voicemail.receivedAt }

let cache: DeskCache
let root: Root
let box: HTMLElement

beforeEach(async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:voicemail', revokeObjectURL: vi.fn<() => void>() }))
  journalled.length = 0
  cache = await openExampleCache()
  await cache.table('engineer').bulkPut([exampleEngineer(1), exampleEngineer(2, { role: 'accountManager' })])
  await cache.table('ticket').put(voicemail)
  await writeMeta(cache, 'cursor', { epoch: exampleId(90), seq: 1, scopeV: 0, schema: 1 })
  useCacheStore.setState({ cache, queue: null, engineerId: exampleId(1) })
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  root.unmount()
  box.remove()
  useCacheStore.setState({ cache: null, queue: null, engineerId: null })
  await cache.delete()
})

const show = (ticket: Ticket = voicemail, attachments: readonly Attachment[] = [recording]): void =>
  root.render(<VoicemailNotice ticket={ticket} attachments={attachments} now={addRealMinutes(voicemail.receivedAt, 14)} />)
const eventually = async <T,>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { interval: 1 })
const button = (name: string): HTMLButtonElement =>
  [...box.querySelectorAll('button')].find((candidate) => candidate.textContent.includes(name)) ?? expect.fail(`no button “${name}”`)
/** Presses a key; answers whether it did something. */
const press = (key: string): boolean => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true })
  handleKeyPress(event)
  return event.defaultPrevented
}

test('R17 a voicemail says that it is not heard and for how long, and one key says that one has listened', async () => {
  show()
  await eventually(() => button('I have listened'))
  expect(box.textContent).toContain('Not yet heard: listen to the voicemail before judging how critical it is.')
  expect(box.textContent).toContain('It has waited 14 min.')
  await eventually(() => expect(press('h')).toBe(true))
  await eventually(async () => expect(await cache.outbox.count()).toBe(1))
  expect(journalled.map(({ mutation }) => [mutation.name, mutation.args])).toEqual([['hearVoicemail', expect.objectContaining({ ticketId: voicemail.id })]])
})

test('R17 once somebody has listened there is nothing of it, nor for a request that can be read', async () => {
  show()
  await eventually(() => button('Play'))
  show({ ...voicemail, facts: [{ kind: 'heard', at: voicemail.receivedAt, engineerId: exampleId(2) }] })
  await eventually(() => expect(box.textContent).toBe(''))
  show()
  await eventually(() => button('Play'))
  show(deskTicket(1))
  await eventually(() => expect(box.textContent).toBe(''))
})

test('the recording is fetched when asked for; a fetch that fails says why and can be asked for again', async () => {
  const fetchBytes = vi.fn<(id: string) => Promise<Uint8Array<ArrayBuffer>>>()
  fetchBytes.mockRejectedValueOnce(new Error('The backend cannot be reached.')).mockResolvedValueOnce(new Uint8Array([1]))
  useAttachmentSource.setState({ fetchBytes })
  show()
  const play = await eventually(() => button('Play the recording'))
  expect(fetchBytes).not.toHaveBeenCalled()
  play.click()
  await eventually(() => expect(box.querySelector('[role="alert"]')?.textContent).toBe('The recording could not be fetched. The backend cannot be reached.'))
  button('Play the recording').click()
  await eventually(() => expect(box.querySelector('audio')?.getAttribute('src')).toBe('blob:voicemail'))
  expect(fetchBytes.mock.calls).toEqual([[recording.id], [recording.id]])
})

test('a voicemail without a recording says what to do, and another file is not taken for one', async () => {
  show(voicemail, [{ ...recording, mediaType: 'text/html' }])
  await eventually(() => expect(box.textContent).toContain('No recording is here yet'))
  expect(box.textContent).not.toContain('Play')
})

test('R1 who may not work tickets is told, but gets no button', async () => {
  show()
  await eventually(() => button('I have listened'))
  useCacheStore.setState({ engineerId: exampleId(2) })
  await eventually(() => expect(box.textContent).not.toContain('I have listened'))
  expect(box.textContent).toContain('Not yet heard')
})

test('a recording stays playable beside its file, any other file is only to be saved', async () => {
  useAttachmentSource.setState({ fetchBytes: async () => new Uint8Array([1]) })
  root.render(<AttachmentList attachments={[recording, { ...recording, id: exampleId(52), name: 'log.txt', mediaType: 'text/plain' }]} />)
  const play = await eventually(() => button('Play'))
  expect([...box.querySelectorAll('[aria-label^="Play "]')].map((each) => each.getAttribute('aria-label'))).toEqual(['Play voicemail.wav'])
  play.click()
  await eventually(() => expect(box.querySelector('audio')?.getAttribute('src')).toBe('blob:voicemail'))
})
