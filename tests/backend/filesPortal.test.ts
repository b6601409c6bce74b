import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachment, ticket, timelineEvent } from '../../src/backend/db/schema'
import { createFileStore } from '../../src/backend/files/createFileStore'
import { openS3Bytes } from '../../src/backend/files/openS3Bytes'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hiddenField, openBrowser } from '../fixtures/portalBrowser'
import type { PortalBrowser } from '../fixtures/portalBrowser'
import { startS3Server } from '../fixtures/s3Server'
import type { S3Server } from '../fixtures/s3Server'

let backend: CustomerBackend
let s3: S3Server
let spool: string
let browser: PortalBrowser
let customer: Awaited<ReturnType<typeof addPortalCustomer>>

beforeAll(async () => {
  spool = mkdtempSync(join(tmpdir(), 'files-portal-'))
  ;[backend, s3] = await Promise.all([openCustomerBackend(), startS3Server()])
  const bytes = openS3Bytes(s3.settings, spool, { connect: 1_000, idle: 10_000, again: 1 })
  Object.assign(backend.context, { files: createFileStore(bytes, backend.context) })
})
afterAll(async () => {
  await backend.close()
  await s3.stop()
  rmSync(spool, { recursive: true, force: true })
})
beforeEach(async () => {
  customer = await addPortalCustomer(backend.database)
  browser = openBrowser(backend.app)
  await browser.signIn(customer.email)
})
afterEach(() => s3.setWeather('fine'))

const log = { name: 'fax.log', content: Buffer.alloc(3_000_000, '09:40 BoardServer stopped ') }
const ticketsOfCustomer = async () => backend.database.queries.select().from(ticket).where(eq(ticket.customerId, customer.customerId))
const filesOf = async (ticketId: string) => backend.database.queries.select().from(attachment).where(eq(attachment.ticketId, ticketId))

const filled = async (): Promise<Record<string, string>> => {
  const form = (await browser.get('/requests/new')).body
  return {
    formToken: hiddenField(form, 'formToken'), submissionId: hiddenField(form, 'submissionId'), environment: 'production', answerBy: 'phone',
    priority: 'urgent', brief: 'RightFax server down', detail: 'Typed with care.',
  }
}

test('a request with a file goes through an S3-compatible storage and back, from our own address', async () => {
  const answer = await browser.postFiles('/requests', await filled(), [log])
  expect(answer.statusCode).toBe(303)
  const [opened] = await ticketsOfCustomer()
  const [file] = await filesOf(opened?.id ?? '')
  const back = await browser.get(`/requests/${opened?.number}/files/${file?.id}`)
  expect(back.statusCode).toBe(200)
  expect(back.rawPayload.equals(log.content)).toBe(true)
  expect(back.headers['content-length']).toBe(String(log.content.length))
})

test('while the storage is away a request with files opens nothing, keeps what was typed and says what can be done; without files it goes through', async () => {
  s3.setWeather('away')
  const fields = await filled()
  const answer = await browser.postFiles('/requests', fields, [log, { ...log, name: 'second.log' }])
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain('Your files cannot be stored at this moment')
  expect(answer.body).toContain('or leave the files out now')
  expect(answer.body).toContain('Typed with care.')
  expect(answer.body).toContain('value="RightFax server down"')
  expect(answer.body).toMatch(/value="urgent" checked=""|checked="" [^>]*value="urgent"/)
  expect(await ticketsOfCustomer()).toEqual([])

  const without = await browser.postFiles('/requests', { ...fields, submissionId: hiddenField(answer.body, 'submissionId') })
  expect(without.statusCode).toBe(303)
  const [opened] = await ticketsOfCustomer()
  expect(opened).toMatchObject({ brief: 'RightFax server down', customerPriority: 'urgent' })

  s3.setWeather('fine')
  const page = (await browser.get(`/requests/${opened?.number}`)).body
  const reply = { formToken: hiddenField(page, 'formToken'), submissionId: hiddenField(page, 'submissionId'), text: 'Here is the log.' }
  expect((await browser.postFiles(`/requests/${opened?.number}/replies`, reply, [log])).statusCode).toBe(303)
  expect(await filesOf(opened?.id ?? '')).toMatchObject([{ name: 'fax.log', size: log.content.length }])
})

test('a message with a file keeps its words while the storage is away', async () => {
  await browser.postFiles('/requests', await filled())
  const [opened] = await ticketsOfCustomer()
  const page = (await browser.get(`/requests/${opened?.number}`)).body
  s3.setWeather('away')
  const reply = { formToken: hiddenField(page, 'formToken'), submissionId: hiddenField(page, 'submissionId'), text: 'Here is the log.' }
  const answer = await browser.postFiles(`/requests/${opened?.number}/replies`, reply, [log])
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain('Here is the log.')
  expect(answer.body).toContain('Your files cannot be stored at this moment')
  const events = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, opened?.id ?? ''))
  expect(events.filter(({ body }) => body.kind === 'message')).toEqual([])
})

test('a file whose storage is away, or whose bytes are gone, is answered in words', async () => {
  await browser.postFiles('/requests', await filled(), [log])
  const [opened] = await ticketsOfCustomer()
  const [file] = await filesOf(opened?.id ?? '')
  const path = `/requests/${opened?.number}/files/${file?.id}`
  s3.setWeather('away')
  const away = await browser.get(path)
  expect(away.statusCode).toBe(503)
  expect(away.body).toContain('Files cannot be stored or fetched at this moment')
  expect(away.headers['content-disposition']).toBeUndefined()
  s3.setWeather('fine')
  await openS3Bytes(s3.settings, spool).remove(file?.id ?? '')
  const gone = await browser.get(path)
  expect(gone.statusCode).toBe(404)
  expect(gone.body).toContain('The bytes of this file are no longer in the storage')
})
