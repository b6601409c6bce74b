import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachment, incomingMail } from '../../src/backend/db/schema'
import { storeEvent } from '../../src/backend/intake/storeEvent'
import { addCustomer, addTicket, worldStart } from '../fixtures/backendWorld'
import { openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'

let backend: CustomerBackend

beforeAll(async () => {
  backend = await openCustomerBackend()
})
afterAll(async () => backend.close())

const stage = async () => backend.context.files.stage(Readable.from([Buffer.from('fax log')]), 'fax.log')
const filesOnDisk = (): readonly string[] =>
  readdirSync(join(backend.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name)

test('a file is not discarded when the commit that owns it went through after all: an attachment, a mail kept aside', async () => {
  const [attached, kept, orphan] = [await stage(), await stage(), await stage()]
  const { customerId } = await addCustomer(backend.database)
  const { id: ticketId } = await addTicket(backend.database, { customerId })
  const eventId = randomUUID()
  await backend.database.write(async (tx, touched) => {
    await storeEvent(tx, touched, { id: eventId, ticketId, at: worldStart, actor: { kind: 'system', id: null, name: 'Test' }, body: { kind: 'note', text: 'x' } })
    await tx.insert(attachment).values({ ...attached, ticketId, eventId, createdAt: worldStart })
    await tx.insert(incomingMail).values({ id: randomUUID(), messageId: null, from: 'a@b.example', subject: '', receivedAt: worldStart, outcome: 'quarantined', reason: 'x', ticketId: null, rawName: kept.id })
  })
  for (const { id } of [attached, kept, orphan]) await backend.context.files.discard(id)
  expect(filesOnDisk().toSorted()).toEqual([attached.id, kept.id].toSorted())
})
