import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachment, incomingMail, stagedFile } from '../../src/backend/db/schema'
import { openDiskBytes } from '../../src/backend/files/openDiskBytes'
import { FileSweep } from '../../src/backend/files/FileSweep'
import { StorageAwayError } from '../../src/backend/files/StorageAwayError'
import { storeEvent } from '../../src/backend/intake/storeEvent'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { addCustomer, addTicket, worldStart } from '../fixtures/backendWorld'
import { openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'

let backend: CustomerBackend
let sweep: FileSweep
const dayLater = addRealMinutes(worldStart, 24 * 60)

beforeAll(async () => {
  backend = await openCustomerBackend()
})
afterAll(async () => backend.close())
beforeEach(async () => {
  backend.setNow(worldStart)
  sweep = new FileSweep(openDiskBytes(backend.dataDir), backend.context)
  await sweep.runOnce(addRealMinutes(dayLater, 24 * 60))
})

const stage = async () => backend.context.files.stage(Readable.from([Buffer.from('fax log')]), 'fax.log')
const filesOnDisk = (): readonly string[] =>
  readdirSync(join(backend.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name)

/** Two files that something owns: an attachment and a mail kept aside. */
const stageOwned = async (): Promise<readonly string[]> => {
  const [attached, kept] = [await stage(), await stage()]
  const { customerId } = await addCustomer(backend.database)
  const { id: ticketId } = await addTicket(backend.database, { customerId })
  const eventId = randomUUID()
  await backend.database.write(async (tx, touched) => {
    await storeEvent(tx, touched, { id: eventId, ticketId, at: worldStart, actor: { kind: 'system', id: null, name: 'Test' }, body: { kind: 'note', text: 'x' } })
    await tx.insert(attachment).values({ ...attached, ticketId, eventId, createdAt: worldStart })
    await tx.insert(incomingMail).values({ id: randomUUID(), messageId: null, from: 'a@b.example', subject: '', receivedAt: worldStart, outcome: 'quarantined', reason: 'x', ticketId: null, rawName: kept.id })
  })
  return [attached.id, kept.id]
}

test('a file that nothing came to own is removed after a day, not before; what is owned stays', async () => {
  const owned = await stageOwned()
  const orphan = await stage()
  expect(await sweep.runOnce(addRealMinutes(dayLater, -1))).toBe(0)
  expect(filesOnDisk()).toContain(orphan.id)
  expect(await sweep.runOnce(dayLater)).toBe(1)
  expect(filesOnDisk()).not.toContain(orphan.id)
  expect(filesOnDisk()).toEqual(expect.arrayContaining([...owned]))
  expect(await backend.database.queries.select().from(stagedFile)).toEqual([])
})

test('a row whose bytes never arrived goes too', async () => {
  const broken = Readable.from((async function* () {
    yield Buffer.from('half')
    throw new Error('connection lost')
  })())
  await expect(backend.context.files.stage(broken, 'x')).rejects.toThrow('connection lost')
  expect(await sweep.runOnce(dayLater)).toBe(1)
  expect(await backend.database.queries.select().from(stagedFile)).toEqual([])
})

test('what cannot be removed while the storage is away is removed later', async () => {
  const orphan = await stage()
  const away = new FileSweep({ remove: async () => Promise.reject(new StorageAwayError('away', null)) }, backend.context)
  await expect(away.runOnce(dayLater)).rejects.toThrow(StorageAwayError)
  expect(await sweep.runOnce(dayLater)).toBe(1)
  expect(filesOnDisk()).not.toContain(orphan.id)
})

test('a file is not discarded when the commit that owns it went through after all', async () => {
  const [attached = '', kept = ''] = await stageOwned()
  const orphan = await stage()
  for (const id of [attached, kept, orphan.id]) await backend.context.files.discard(id)
  expect(filesOnDisk()).toEqual(expect.arrayContaining([attached, kept]))
  expect(filesOnDisk()).not.toContain(orphan.id)
})
