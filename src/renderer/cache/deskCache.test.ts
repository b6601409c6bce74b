// @vitest-environment node
import { Dexie } from 'dexie'
import { expect, it } from 'vitest'
import { exampleShift } from '../../domain/fixtures/examples'
import { shiftRow } from '../../protocol/sync/firmRows'
import { exampleId } from '../fixtures/exampleId'
import { exampleIntent } from '../fixtures/exampleIntent'
import { cacheName, DeskCache } from './deskCache'

it('P14 P6 takes over the outbox of version 1: what waits stays, what was refused moves with its text', async () => {
  const name = 'upgraded'
  const old = new Dexie(name)
  old.version(1).stores({ outbox: '[engineerId+mut], ticketId, status, eventId', meta: 'key' })
  await old.table('outbox').bulkAdd([
    { ...exampleIntent(1), status: 'refused', sentence: 'Not you.' },
    { ...exampleIntent(2), status: 'pending', sentence: '' },
    { ...exampleIntent(1, { engineerId: exampleId(2), command: { name: 'claim', args: { ticketId: exampleId(10), eventId: exampleId(900) } } }), status: 'pending', sentence: '' },
  ])
  old.close()
  const cache = new DeskCache(name)
  await cache.open()
  expect(await cache.outbox.toCollection().primaryKeys()).toEqual([[exampleId(1), 2], [exampleId(2), 1]])
  expect(await cache.refused.toArray()).toMatchObject([{ mut: 1, sentence: 'Not you.', command: { args: { text: 'text 1' } } }])
  await cache.delete()
})

it('R79 P15 fills the shifts of version 2 as regular ones, and leaves what a row already says', async () => {
  const name = 'shifts'
  const old = new Dexie(name)
  old.version(1).stores({ shift: 'id', outbox: '[engineerId+mut], ticketId, status, eventId', meta: 'key' })
  old.version(2).stores({ outbox: '[engineerId+mut], ticketId, eventId', refused: 'eventId, engineerId' })
  const { kind: _kind, coversShiftId: _covers, reason: _reason, ...asKept } = exampleShift({ id: exampleId(40), engineerId: exampleId(1) })
  const swap = exampleShift({ id: exampleId(41), engineerId: exampleId(2), kind: 'swap', coversShiftId: exampleId(40), reason: 'A wedding' })
  await old.table('shift').bulkAdd([asKept, swap])
  old.close()
  const cache = new DeskCache(name)
  await cache.open()
  const rows = await cache.synced('shift').orderBy('id').toArray()
  expect(rows.map((row) => shiftRow.parse(row))).toEqual([{ ...asKept, kind: 'regular', coversShiftId: null, reason: '' }, swap])
  await cache.delete()
})

it('P14 fills who set a priority by the timeline, and completes decisions that were kept without their facts', async () => {
  const name = 'decisions'
  const old = new Dexie(name)
  old.version(1).stores({ ticket: 'id, state, customerId', timelineEvent: 'id, ticketId', page: 'id, ticketId', outbox: '[engineerId+mut], ticketId, status, eventId' })
  old.version(2).stores({ outbox: '[engineerId+mut], ticketId, eventId', refused: 'eventId, engineerId' })
  const facts = [
    { kind: 'priority', at: 1_000, priority: 'medium', productionDown: false },
    { kind: 'emailReply', at: 1_500 },
    { kind: 'priority', at: 2_000, priority: 'high', productionDown: false },
  ]
  await old.table('ticket').bulkAdd([{ id: 't1', state: 'open', customerId: 'c1', facts }, { id: 't2', state: 'open', customerId: 'c1', facts: facts.slice(0, 1) }])
  await old.table('timelineEvent').bulkAdd([
    { id: 'e1', ticketId: 't1', at: 2_000, body: { kind: 'priority', by: 'engineer' } },
    { id: 'e2', ticketId: 't2', at: 2_000, body: { kind: 'page', pageId: null, paged: false, sentence: 'Nobody is paged.' } },
  ])
  const decision = { page: true, decidedAt: 1_000, gates: [], sentence: 'Paged.', contractUnverified: false, engineerId: 'priya', policyVersion: 1 }
  await old.table('page').add({ id: 'p1', ticketId: 't1', decision })
  old.close()
  const cache = new DeskCache(name)
  await cache.open()
  const tickets = await cache.synced('ticket').orderBy('id').toArray()
  expect(tickets.map((ticket) => ticket.facts.map((fact) => ('by' in fact ? fact.by : fact.kind)))).toEqual([['customer', 'emailReply', 'engineer'], ['customer']])
  expect(await cache.synced('page').get('p1')).toMatchObject({ decision: { ...decision, occasion: 'receipt', firstTo: 'onCall', rotaFrom: 1_000, facts: null } })
  expect((await cache.synced('timelineEvent').get('e2'))?.body).toEqual({ kind: 'page', pageId: null, paged: false, sentence: 'Nobody is paged.', decision: null })
  await cache.delete()
})

it('names a cache after its backend, so that no backend sees the rows of another', () => {
  expect([null, 'https://desk.example.com/console/', 'https://desk.example.com:8443'].map(cacheName)).toEqual(['desk:embedded', 'desk:https://desk.example.com', 'desk:https://desk.example.com:8443'])
})
