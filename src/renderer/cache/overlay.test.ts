// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addRealMinutes } from '../../domain/calendar/time'
import { exampleContact, examplePolicy, wall } from '../../domain/fixtures/examples'
import type { PhoneCommand } from '../../domain/intake/phoneCommand'
import type { PullResponse } from '../../protocol/sync/pull'
import { exampleEngineer } from '../fixtures/exampleEngineer'
import { exampleId } from '../fixtures/exampleId'
import { examplePage, travelling } from '../fixtures/examplePage'
import { memoryJournal } from '../fixtures/memoryJournal'
import { openExampleCache } from '../fixtures/openExampleCache'
import { mergeJournal } from '../outbox/mergeJournal'
import { saveIntent } from '../outbox/saveIntent'
import { applyChanges } from './applyChanges'
import type { DeskCache } from './deskCache'
import { createQueueIndex } from './queueIndex'
import type { QueueIndex } from './queueIndex'
import { readTicketFile } from './readTicketFile'

const me = exampleId(1)
const now = wall('2026-11-24T14:30')
const began = addRealMinutes(now, -7)
const ticketId = exampleId(10)
const contact = exampleContact({ id: exampleId(72), customerId: exampleId(70), siteId: exampleId(71) })
const site = { id: exampleId(71), rev: 1, customerId: exampleId(70), name: 'Main', city: 'Reno', region: 'NV', zone: 'America/Los_Angeles', main: true }

const call = (changes: Partial<PhoneCommand['args']> = {}): PhoneCommand => ({
  name: 'logPhoneTicket',
  args: {
    ticketId, eventId: exampleId(501), startedAt: began, customerId: exampleId(70), siteId: exampleId(71), contactId: exampleId(72), callerName: '',
    callbackNumber: '775-555-0100', brief: 'Inbound stopped', text: 'Since noon', priority: 'urgent', productionDown: false, environment: 'production', take: true, ...changes,
  },
})

let cache: DeskCache
let queue: QueueIndex
let { journal } = memoryJournal()
const arrive = async (changes: Partial<PullResponse>): Promise<void> => applyChanges(cache, examplePage(changes), { engineerId: me, now })
const log = async (command: Parameters<typeof saveIntent>[1] = call()) => saveIntent({ cache, journal, engineerId: me, now }, command)
const entry = async () => {
  await queue.settled()
  return queue.read().rows[0]
}

beforeEach(async () => {
  cache = await openExampleCache()
  ;({ journal } = memoryJournal())
  queue = createQueueIndex(cache, () => now)
  await queue.setEngineer(me)
  await arrive({ rows: [travelling('engineer', exampleEngineer(1)), travelling('policy', examplePolicy()), travelling('site', site), travelling('contact', contact)] })
})
afterEach(async () => {
  queue.close()
  await cache.delete()
})

describe('R18 a call logged at the desk', () => {
  it('R18 is in the queue at once, pending and without a number, in the zone of its site', async () => {
    expect(await log()).toEqual({ saved: true })
    expect(await entry()).toMatchObject({ pending: true, assigneeName: 'Dana Reyes', ticket: { id: ticketId, number: 0, receivedAt: began, zone: 'America/Los_Angeles', engineerPriority: 'urgent', assigneeId: me } })
  })

  it('P6 notes and calls on it wait behind it and are shown in their order', async () => {
    await log()
    await log({ name: 'addNote', args: { ticketId, eventId: exampleId(502), text: 'Spooler hangs' } })
    await log({ name: 'setState', args: { ticketId, eventId: exampleId(503), state: 'waiting', reason: 'They look' } })
    const file = await readTicketFile(cache, ticketId, me)
    expect(file).toMatchObject({ ticket: { state: 'waiting' }, pendingCommands: { length: 3 } })
    expect(file === 'missing' ? [] : file.timeline.map(({ body, pending }) => [body.kind, pending])).toEqual([['received', true], ['assigned', true], ['note', true], ['state', true]])
    expect((await cache.outbox.toArray()).map(({ mut, command }) => [mut, command.name])).toEqual([[1, 'logPhoneTicket'], [2, 'addNote'], [3, 'setState']])
  })

  it('P5 comes back from the journal when the desk lost its outbox', async () => {
    await log()
    await cache.outbox.clear()
    expect(await mergeJournal(cache, journal, me)).toBe(1)
    expect(await entry()).toMatchObject({ ticket: { id: ticketId, brief: 'Inbound stopped' } })
  })

  it('P4 is the confirmed row once the backend has it, and never two', async () => {
    await log()
    const pending = await entry()
    const row = { ...pending?.ticket, number: 10_099, rev: 6 }
    await arrive({ rows: [{ table: 'ticket', row }], lastMut: 0 })
    await queue.settled()
    expect(queue.read().rows.map(({ ticket }) => ticket.number)).toEqual([10_099])
    await arrive({ lastMut: 1, results: [{ mut: 1, outcome: 'applied' }] })
    expect(await entry()).toMatchObject({ pending: false, ticket: { number: 10_099 } })
  })

  it('P6 leaves the queue when it is refused, with its words kept', async () => {
    await log()
    await arrive({ lastMut: 1, results: [{ mut: 1, outcome: 'refused', code: 'invalid', sentence: 'The chosen customer is not on file any more.' }] })
    expect(await entry()).toBeUndefined()
    expect(await cache.refused.toArray()).toMatchObject([{ sentence: 'The chosen customer is not on file any more.', command: { args: { brief: 'Inbound stopped' } } }])
  })

  it('R31 shows a held call as held before the backend has it', async () => {
    await arrive({ rows: [travelling('contact', { ...contact, access: 'none' } as typeof contact)] })
    await log()
    expect(await entry()).toMatchObject({ ticket: { heldReason: 'requesterNotAuthorized' } })
  })

  it('R18 says at once why a call cannot be logged', async () => {
    expect(await log(call({ startedAt: addRealMinutes(now, 1) }))).toEqual({ saved: false, reason: 'The call cannot have begun in the future. Please correct when it began.' })
    expect(await cache.outbox.count()).toBe(0)
  })
})
