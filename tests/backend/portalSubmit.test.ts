import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachment, changeLog, contract, outgoingMail, page, ticket, timelineEvent } from '../../src/backend/db/schema'
import { toInstant } from '../../src/domain/calendar/time'
import { worldStart } from '../fixtures/backendWorld'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hiddenField, openBrowser } from '../fixtures/portalBrowser'
import type { PortalBrowser } from '../fixtures/portalBrowser'

let backend: CustomerBackend
let browser: PortalBrowser
let customer: Awaited<ReturnType<typeof addPortalCustomer>>

beforeAll(async () => {
  backend = await openCustomerBackend()
})
afterAll(async () => backend.close())

beforeEach(async () => {
  backend.setNow(worldStart)
  customer = await addPortalCustomer(backend.database)
  browser = openBrowser(backend.app)
  await browser.signIn(customer.email)
})

/** What the form on the page would send, with the person's own words. */
const filled = async (words: Readonly<Record<string, string>>): Promise<Record<string, string>> => {
  const form = (await browser.get('/requests/new')).body
  return { formToken: hiddenField(form, 'formToken'), submissionId: hiddenField(form, 'submissionId'), environment: 'production', answerBy: 'phone', priority: 'medium', ...words }
}

const ticketsOfCustomer = async () => backend.database.queries.select().from(ticket).where(eq(ticket.customerId, customer.customerId))
const filesOnDisk = (): number =>
  readdirSync(join(backend.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

test('R11 the form chooses Medium and shows the four definitions', async () => {
  const form = (await browser.get('/requests/new')).body
  expect(form).toMatch(/value="medium" checked=""|checked="" [^>]*value="medium"/)
  for (const words of ['on a production server has stopped', 'limited capabilities or is unstable', 'default for all normal support tickets', 'how-to’s']) {
    expect(form).toContain(words)
  }
})

test('R10 a request with a screenshot and a log becomes one ticket with its event, files and change rows', async () => {
  const fields = await filled({ priority: 'urgent', brief: 'RightFax server down', detail: 'Since 9:40.\nNothing in or out.' })
  const log = Buffer.from('09:40 BoardServer stopped')
  const answer = await browser.postFiles('/requests', fields, [{ name: '../fax.log', content: log }, { name: '', content: Buffer.alloc(0) }])
  expect(answer.statusCode).toBe(303)
  const [opened] = await ticketsOfCustomer()
  expect(opened).toMatchObject({ channel: 'portal', brief: 'RightFax server down', customerPriority: 'urgent', productionDown: true, contactId: customer.contactId, heldReason: null, receivedAt: worldStart })
  expect(answer.headers.location).toBe(`/requests/${opened?.number}/confirmation`)
  const events = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, opened?.id ?? ''))
  const received = events.find(({ body }) => body.kind === 'received')
  expect(received?.body).toEqual({ kind: 'received', channel: 'portal', priority: 'urgent', text: 'Since 9:40.\nNothing in or out.' })
  const files = await backend.database.queries.select().from(attachment).where(eq(attachment.ticketId, opened?.id ?? ''))
  expect(files).toMatchObject([{ name: 'fax.log', mediaType: 'text/plain', size: log.length, eventId: received?.id }])
  const stamps = new Set([opened?.rev, received?.rev, files[0]?.rev])
  expect(stamps.size).toBe(1)
  const changes = await backend.database.queries.select().from(changeLog).where(eq(changeLog.seq, opened?.rev ?? -1))
  expect(changes.map(({ table }) => table).toSorted()).toEqual(['attachment', 'ticket', 'timelineEvent', 'timelineEvent'])

  const back = await browser.get(`/requests/${opened?.number}/files/${files[0]?.id}`)
  expect(back.rawPayload).toEqual(log)
  expect(back.headers['content-disposition']).toBe(`attachment; filename="fax.log"; filename*=UTF-8''fax.log`)
  expect(back.headers['x-content-type-options']).toBe('nosniff')
})

test('R30 the confirmation names the callback, and a confirmation by mail is queued', async () => {
  const answer = await browser.postFiles('/requests', await filled({ brief: 'Cover page is wrong' }))
  const confirmation = (await browser.get(String(answer.headers.location))).body
  expect(confirmation).toContain('We have your request')
  expect(confirmation).toContain('12:00 CT today')
  const mails = await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, customer.email))
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ state: 'queued', headers: { 'Auto-Submitted': 'auto-replied' } })
  expect(mails[0]?.text).toContain('12:00 CT today')
})

test('R68 Urgent after hours by a 24×7 customer pages, in the same transaction, and the confirmation says so', async () => {
  backend.setNow(toInstant(Date.UTC(2026, 10, 25, 2, 0)))
  const answer = await browser.postFiles('/requests', await filled({ priority: 'urgent', brief: 'Inbound faxing stopped' }))
  const [opened] = await ticketsOfCustomer()
  const pages = await backend.database.queries.select().from(page).where(eq(page.ticketId, opened?.id ?? ''))
  expect(pages).toMatchObject([{ state: 'planned', rev: opened?.rev }])
  expect((await browser.get(String(answer.headers.location))).body).toContain('The on-call engineer is being called')
})

test('R69 Medium after hours wakes nobody, and the confirmation says why', async () => {
  backend.setNow(toInstant(Date.UTC(2026, 10, 25, 2, 0)))
  const answer = await browser.postFiles('/requests', await filled({ brief: 'Question on cover pages' }))
  const [opened] = await ticketsOfCustomer()
  expect(await backend.database.queries.select().from(page).where(eq(page.ticketId, opened?.id ?? ''))).toEqual([])
  const confirmation = (await browser.get(String(answer.headers.location))).body
  expect(confirmation).toContain('On-call engineer not called')
  expect(confirmation).toContain('not Urgent')
})

test('R80 Urgent in the evening of a site while the desk is staffed further west: the customer reads who sees it first', async () => {
  backend.setNow(toInstant(Date.UTC(2026, 10, 24, 23, 30)))
  const answer = await browser.postFiles('/requests', await filled({ priority: 'urgent', brief: 'Inbound faxing stopped' }))
  const confirmation = (await browser.get(String(answer.headers.location))).body
  expect(confirmation).toContain('Our engineers are being alerted')
  expect(confirmation).toContain('If nobody answers within 5 minutes, we call the engineer on call.')
  expect(confirmation).not.toContain('woken the engineer')
})

test('R99 a customer without an active contract reads an aim on the confirmation, in the mail and at the request', async () => {
  await backend.database.write(async (tx) => tx.delete(contract).where(eq(contract.customerId, customer.customerId)))
  const answer = await browser.postFiles('/requests', await filled({ brief: 'Cover page is wrong' }))
  const location = String(answer.headers.location)
  const [mail] = await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, customer.email))
  for (const text of [(await browser.get(location)).body, (await browser.get(location.replace('/confirmation', ''))).body, mail?.text]) {
    expect(text).toContain('We aim to call you by 12:00 CT today.')
  }
})

test('a form without a brief description opens nothing, says so at the top and at the field, and keeps what was typed', async () => {
  const before = filesOnDisk()
  const answer = await browser.postFiles('/requests', await filled({ brief: '   ', detail: 'A long <b>story</b>', priority: 'high' }), [{ name: 'a.txt', content: Buffer.from('a') }])
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('<a href="#brief">The brief description is empty: please write something</a>')
  expect(answer.body).toContain('aria-invalid="true"')
  expect(answer.body).toContain('A long &lt;b&gt;story&lt;/b&gt;')
  expect(answer.body).toMatch(/value="high" checked=""|checked="" [^>]*value="high"/)
  expect(answer.body).toContain('Please choose your files again')
  expect(await ticketsOfCustomer()).toEqual([])
  expect(filesOnDisk()).toBe(before)
})

test('an attachment over the limit opens nothing, is named, and leaves no file', async () => {
  const before = filesOnDisk()
  const files = [{ name: 'small.log', content: Buffer.from('x') }, { name: 'memory.dmp', content: Buffer.alloc(25 * 1024 * 1024 + 1) }]
  const answer = await browser.postFiles('/requests', await filled({ brief: 'Crash', detail: 'See dump' }), files)
  expect(answer.statusCode).toBe(413)
  expect(answer.body).toContain('“memory.dmp” is larger than 25 MB')
  expect(answer.body).toContain('See dump')
  expect(await ticketsOfCustomer()).toEqual([])
  expect(filesOnDisk()).toBe(before)
})

test('a file of exactly the limit is taken', async () => {
  const answer = await browser.postFiles('/requests', await filled({ brief: 'Crash' }), [{ name: 'memory.dmp', content: Buffer.alloc(25 * 1024 * 1024) }])
  expect(answer.statusCode).toBe(303)
})

test('an eleventh attachment opens nothing', async () => {
  const before = filesOnDisk()
  const files = Array.from({ length: 11 }, (_, index) => ({ name: `${index}.txt`, content: Buffer.from('x') }))
  const answer = await browser.postFiles('/requests', await filled({ brief: 'Many files' }), files)
  expect(answer.statusCode).toBe(413)
  expect(answer.body).toContain('at most 10 files')
  expect(await ticketsOfCustomer()).toEqual([])
  expect(filesOnDisk()).toBe(before)
})

test('P30 a double click opens one ticket, queues one mail and keeps one file', async () => {
  const fields = await filled({ brief: 'Twice' })
  const before = filesOnDisk()
  const send = async () => browser.postFiles('/requests', fields, [{ name: 'a.txt', content: Buffer.from('a') }])
  const [first, second] = await Promise.all([send(), send()])
  expect(first.headers.location).toBe(second.headers.location)
  expect(await ticketsOfCustomer()).toHaveLength(1)
  expect(await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, customer.email))).toHaveLength(1)
  expect(filesOnDisk()).toBe(before + 1)
  const other = await browser.postFiles('/requests', { ...fields, submissionId: randomUUID() })
  expect(other.headers.location).not.toBe(first.headers.location)
})

test.each([
  ['a forged form token', { token: 'x'.repeat(43) }, {}],
  ['no form token', { token: '' }, {}],
  ['the page of another site', {}, { origin: 'https://evil.example' }],
  ['a sandboxed frame', {}, { origin: 'null' }],
])('a form with %s changes nothing and stores no file', async (_what, fake: { token?: string }, headers) => {
  const before = filesOnDisk()
  const fields = await filled({ brief: 'Forged' })
  const answer = await browser.postFiles('/requests', { ...fields, formToken: fake.token ?? fields['formToken'] ?? '' }, [{ name: 'a.txt', content: Buffer.from('a') }], headers)
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('This form could not be accepted')
  expect(await ticketsOfCustomer()).toEqual([])
  expect(filesOnDisk()).toBe(before)
})
