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

it('names a cache after its backend, so that no backend sees the rows of another', () => {
  expect([null, 'https://desk.example.com/console/', 'https://desk.example.com:8443'].map(cacheName)).toEqual(['desk:embedded', 'desk:https://desk.example.com', 'desk:https://desk.example.com:8443'])
})
