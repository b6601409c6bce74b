// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleTicket } from '../../domain/fixtures/examples'
import { toInstant } from '../../domain/calendar/time'
import type { PullResponse } from '../../protocol/sync/pull'
import { applyChanges } from './applyChanges'
import { DeskCache } from './deskCache'
import { readMeta } from './readMeta'
import type { OutboxRow } from './outboxRow'

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const me = uuid(1)
const ticket = (n: number, brief = 'Faxes arrive late') =>
  exampleTicket({ id: uuid(n), customerId: uuid(70), siteId: uuid(71), contactId: uuid(72), brief })
const row = (value: object) => ({ ...value }) as Record<string, unknown>
const page = (changes: Partial<PullResponse> = {}): PullResponse => ({
  reset: false,
  cursor: { epoch: uuid(90), seq: 5, scopeV: 0, schema: 1 },
  more: false,
  rows: [],
  tombstones: [],
  evictions: [],
  lastMut: 0,
  results: [],
  ...changes,
})
const intent = (mut: number, engineerId = me): OutboxRow => ({
  engineerId, mut, serverEpoch: uuid(90), ticketId: uuid(10), eventId: uuid(500 + mut), base: {}, at: toInstant(1),
  command: { name: 'addNote', args: { ticketId: uuid(10), eventId: uuid(500 + mut), text: `text ${String(mut)}` } },
})
const arrival = { engineerId: me, now: toInstant(1_000) }
let cache: DeskCache
let count = 0

beforeEach(async () => {
  count += 1
  cache = new DeskCache(`test:${String(count)}`)
  await cache.open()
})
afterEach(async () => {
  await cache.delete()
})

describe('applyChanges', () => {
  it('stores rows, tombstones, evictions and the cursor together', async () => {
    await applyChanges(cache, page({ rows: [10, 11, 12].map((n) => ({ table: 'ticket', row: row(ticket(n)) })) }), arrival)
    await applyChanges(cache, page({ cursor: { epoch: uuid(90), seq: 9, scopeV: 0, schema: 1 }, tombstones: [{ table: 'ticket', id: uuid(10), rev: 8 }], evictions: [{ table: 'ticket', id: uuid(11) }] }), arrival)
    expect(await cache.synced('ticket').toCollection().primaryKeys()).toEqual([uuid(12)])
    expect(await readMeta(cache, 'cursor')).toMatchObject({ seq: 9 })
    expect(await readMeta(cache, 'lastSyncAt')).toBe(1_000)
  })

  it('P1 leaves neither rows nor cursor nor results behind when the transaction fails', async () => {
    await cache.outbox.add(intent(1))
    cache.meta.hook('creating', (key) => {
      if (key === 'lastSyncAt') throw new Error('the disk is full')
    })
    await expect(applyChanges(cache, page({ lastMut: 1, rows: [{ table: 'ticket', row: row(ticket(10)) }] }), arrival)).rejects.toThrow('the disk is full')
    expect(await cache.synced('ticket').count()).toBe(0)
    expect(await readMeta(cache, 'cursor')).toBeNull()
    expect(await cache.outbox.count()).toBe(1)
  })

  it('P13 drops every confirmed row with a page of another epoch and keeps the outbox', async () => {
    await applyChanges(cache, page({ rows: [{ table: 'ticket', row: row(ticket(10)) }] }), arrival)
    await cache.outbox.add(intent(1))
    await applyChanges(cache, page({ reset: true, cursor: { epoch: uuid(91), seq: 1, scopeV: 0, schema: 1 }, rows: [{ table: 'ticket', row: row(ticket(11)) }] }), arrival)
    expect(await cache.synced('ticket').toCollection().primaryKeys()).toEqual([uuid(11)])
    expect(await cache.outbox.toArray()).toMatchObject([{ mut: 1 }])
    expect(await readMeta(cache, 'epochs')).toEqual([uuid(90), uuid(91)])
  })

  it('P14 parks what it cannot read, takes the others, and forgets the parked one when it can be read', async () => {
    const broken = { ...row(ticket(10)), state: 'a state of the future' }
    await applyChanges(cache, page({ rows: [{ table: 'ticket', row: broken }, { table: 'ticket', row: row(ticket(11)) }, { table: 'ofTheFuture', row: { id: uuid(12) } }] }), arrival)
    expect(await cache.synced('ticket').count()).toBe(1)
    expect((await cache.parked.toArray()).map(({ table, row: kept }) => [table, kept['id']])).toEqual([['ofTheFuture', uuid(12)], ['ticket', uuid(10)]])
    await applyChanges(cache, page({ rows: [{ table: 'ticket', row: row(ticket(10)) }] }), arrival)
    expect(await cache.parked.count()).toBe(1)
  })

  it('P6 drops applied intents, keeps refused ones whole, and touches nobody else’s', async () => {
    await cache.outbox.bulkAdd([intent(1), intent(2), intent(3), intent(1, uuid(2))])
    await applyChanges(cache, page({ lastMut: 2, results: [{ mut: 1, outcome: 'applied' }, { mut: 2, outcome: 'refused', code: 'notAllowed', sentence: 'Not you.' }] }), arrival)
    expect((await cache.outbox.toArray()).map((each) => [each.engineerId, each.mut])).toEqual([
      [me, 3],
      [uuid(2), 1],
    ])
    expect(await cache.refused.toArray()).toMatchObject([{ engineerId: me, mut: 2, sentence: 'Not you.', command: { args: { text: 'text 2' } } }])
  })

  it('lets no intent go on a page that others follow: its rows may be on a later one', async () => {
    await cache.outbox.add(intent(1))
    await applyChanges(cache, page({ more: true, lastMut: 1, results: [{ mut: 1, outcome: 'applied' }] }), arrival)
    expect(await cache.outbox.count()).toBe(1)
    expect(await readMeta(cache, `nextMut:${me}`)).toBe(2)
  })
})
