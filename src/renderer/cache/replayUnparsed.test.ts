// @vitest-environment node
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { deskTicket } from '../fixtures/deskTicket'
import { exampleId } from '../fixtures/exampleId'
import { examplePage, travelling } from '../fixtures/examplePage'
import { openExampleCache } from '../fixtures/openExampleCache'
import { applyChanges } from './applyChanges'
import { DeskCache } from './deskCache'
import { keepUnknown } from './keepUnknown'
import type { Notice } from './notices'
import { replayUnparsed } from './replayUnparsed'

const arrival = { engineerId: exampleId(1), now: toInstant(1_000) }
const noteRow = { id: exampleId(20), rev: 3, customerId: exampleId(70), about: 'server', aboutId: exampleId(30), text: 'canary' }
let cache: DeskCache

beforeEach(async () => {
  cache = await openExampleCache()
})
afterEach(async () => {
  await cache.delete()
})

it('P14 reads after an upgrade what an older version parked: rows of an unknown table and of an unknown shape', async () => {
  const name = 'upgraded-with-parked-rows'
  const old = new Dexie(name)
  old.version(4).stores({ ticket: 'id, state, customerId', accessRequest: 'id, state', unparsed: '[table+id]', outbox: '[engineerId+mut], ticketId, eventId', meta: 'key', customer: 'id', server: 'id, customerId', integration: 'id, customerId' })
  await old.table('unparsed').bulkAdd([
    { table: 'ticket', id: exampleId(10), row: { ...deskTicket(10) }, reason: 'state: unknown' },
    { table: 'ticket', id: exampleId(11), row: { ...deskTicket(11), state: 'still of the future' }, reason: 'state: unknown' },
    { table: 'serverNote', id: noteRow.id, row: noteRow, reason: 'This version does not know the table serverNote.' },
    { table: 'ofTheFuture', id: 'x', row: { id: 'x' }, reason: 'This version does not know the table ofTheFuture.' },
  ])
  await old.table('server').add({ id: exampleId(30), customerId: exampleId(70), notes: 'canary in a field' })
  await old.table('customer').add({ id: exampleId(70), remoteAccess: 'canary in a field' })
  old.close()
  const upgraded = new DeskCache(name)
  await upgraded.open()
  const told: Notice[] = []
  upgraded.notices.listen((notice) => told.push(notice))
  expect(await replayUnparsed(upgraded)).toBe(2)
  expect(await upgraded.synced('ticket').toArray()).toEqual([deskTicket(10)])
  expect(await upgraded.synced('serverNote').toCollection().primaryKeys()).toEqual([noteRow.id])
  expect((await upgraded.parked.toArray()).map(({ table, id }) => [table, id])).toEqual([['ofTheFuture', 'x'], ['ticket', exampleId(11)]])
  expect(told).toMatchObject([{ kind: 'rows', touched: new Map([['ticket', new Set([exampleId(10)])], ['serverNote', new Set([noteRow.id])]]) }])
  // What is a note now is a field of no row any more.
  expect([await upgraded.synced('server').get(exampleId(30)), await upgraded.synced('customer').get(exampleId(70))]).toEqual([{ id: exampleId(30), customerId: exampleId(70) }, { id: exampleId(70) }])
  expect(await replayUnparsed(upgraded)).toBe(0)
  await upgraded.delete()
})

it('P14 reads a sealed parked row when its version can, and leaves one whose key is gone', async () => {
  const { about: _about, ...unreadable } = noteRow
  await applyChanges(cache, examplePage({ rows: [travelling('serverNote', unreadable)] }), arrival)
  expect(await replayUnparsed(cache)).toBe(0)
  expect(await cache.parked.count()).toBe(1)
  const parked = await cache.parked.get(['serverNote', noteRow.id])
  await cache.parked.put({ ...(parked as NonNullable<typeof parked>), row: { ...(parked?.row as object), keyId: 'another' } })
  expect(await replayUnparsed(cache)).toBe(0)
})

it('P14 keeps fields it does not know, at any depth, so that a later version finds them', async () => {
  const ticket = deskTicket(10)
  const came = { ...ticket, mood: 'cross', requester: { ...ticket.requester, pronouns: 'she' }, facts: ticket.facts.map((fact) => ({ ...fact, seenBy: 'nobody' })) }
  await applyChanges(cache, examplePage({ rows: [travelling('ticket', came)] }), arrival)
  expect(await cache.synced('ticket').get(ticket.id)).toEqual(came)
})

it('takes what reading changed over what came, and lists as reading made them', () => {
  expect(keepUnknown({ a: ' x ', more: 1, list: [1, 2] }, { a: 'x', list: [1], added: true })).toEqual({ a: 'x', more: 1, list: [1], added: true })
  expect(keepUnknown({ facts: { of: 'an unknown kind' } }, { facts: null })).toEqual({ facts: null })
})
