// @vitest-environment node
import { Dexie } from 'dexie'
import { expect, it } from 'vitest'
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

it('names a cache after its backend, so that no backend sees the rows of another', () => {
  expect([null, 'https://desk.example.com/console/', 'https://desk.example.com:8443'].map(cacheName)).toEqual(['desk:embedded', 'desk:https://desk.example.com', 'desk:https://desk.example.com:8443'])
})
