import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { contract, outgoingMail, page, ticket, timelineEvent } from '../../src/backend/db/schema'
import { toInstant } from '../../src/domain/calendar/time'
import { addTicket, worldStart } from '../fixtures/backendWorld'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hiddenField, openBrowser } from '../fixtures/portalBrowser'
import type { PortalBrowser } from '../fixtures/portalBrowser'

/** Tuesday, 20:00 in Chicago: every desk of the firm is closed. */
const night = toInstant(Date.UTC(2026, 10, 25, 2, 0))

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

const ownTicket = async (row: Partial<typeof ticket.$inferInsert> = {}) =>
  addTicket(backend.database, { customerId: customer.customerId, siteId: customer.siteId, contactId: customer.contactId, ...row })
const raise = async (number: number, text = '') => {
  const form = (await browser.get(`/requests/${number}`)).body
  return browser.post(`/requests/${number}/raise`, { formToken: hiddenField(form, 'formToken'), text })
}
const pagesOf = async (ticketId: string) => backend.database.queries.select().from(page).where(eq(page.ticketId, ticketId))
const eventsOf = async (ticketId: string) => backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, ticketId))
const mailsOf = async (ticketId: string) => backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.ticketId, ticketId))
const rowOf = async (id: string) => (await backend.database.queries.select().from(ticket).where(eq(ticket.id, id)))[0]

test('R70 the page tells what Urgent means and whom it wakes, and asking for it changes nothing', async () => {
  const asked = await ownTicket()
  backend.setNow(night)
  expect((await browser.get(`/requests/${asked.number}`)).body).toContain(`href="/requests/${asked.number}/raise"`)
  const before = await rowOf(asked.id)
  const { body } = await browser.get(`/requests/${asked.number}/raise`)
  expect(body).toContain('Inbound and/or outbound faxing on a production server has stopped.')
  expect(body).toContain('The on-call engineer will be called at once')
  expect(await rowOf(asked.id)).toEqual(before)
  expect(await pagesOf(asked.id)).toEqual([])
})

test('R70 a raise in the night pages at that moment, with all of it in one commit, and says who is called', async () => {
  const asked = await ownTicket({ brief: 'RightFax server down', engineerPriority: 'low' })
  backend.setNow(night)
  const answer = await raise(asked.number, 'Nothing goes out since 19:40.')
  expect(answer.headers.location).toBe(`/requests/${asked.number}/raised`)
  const after = await rowOf(asked.id)
  expect(after).toMatchObject({ customerPriority: 'urgent', engineerPriority: null, productionDown: true, acknowledgedAt: null, unansweredSince: night })
  expect(after?.facts.slice(1).map(({ kind }) => kind)).toEqual(['priority', 'paged'])
  const pages = await pagesOf(asked.id)
  expect(pages).toMatchObject([{ state: 'planned', createdAt: night, decision: { occasion: 'raised', page: true }, rev: after?.rev }])
  const events = await eventsOf(asked.id)
  expect(events.map(({ body }) => body.kind).toSorted()).toEqual(['message', 'page', 'priority'])
  expect(events.map(({ body }) => body)).toContainEqual(expect.objectContaining({ kind: 'priority', by: 'customer', from: 'low', to: 'urgent', productionDown: true }))
  expect(events.map(({ body }) => body)).toContainEqual(expect.objectContaining({ kind: 'page', paged: true, pageId: pages[0]?.id }))
  expect(new Set(events.map(({ rev }) => rev))).toEqual(new Set([after?.rev]))
  const told = (await browser.get(String(answer.headers.location))).body
  expect(told).toContain('The on-call engineer is being called')
  expect(told).toContain('Expect a call promptly, by 20:30 CT today')
  expect(told).toContain(`A confirmation is on its way to ${customer.email}`)
  const mails = await mailsOf(asked.id)
  expect(mails).toMatchObject([{ to: customer.email, state: 'queued', subject: `[#${asked.number}] RightFax server down` }])
  for (const words of ['to Urgent', 'Expect a call promptly, by 20:30 CT today', 'The on-call engineer is being called']) expect(mails[0]?.text).toContain(words)
  const request = (await browser.get(`/requests/${asked.number}`)).body
  expect(request).toContain('Nothing goes out since 19:40.')
  expect(request).not.toContain(`href="/requests/${asked.number}/raise"`)
})

test('P30 pressed twice at once, and once more later, it pages once', async () => {
  const asked = await ownTicket()
  backend.setNow(night)
  const form = (await browser.get(`/requests/${asked.number}/raise`)).body
  const send = async () => browser.post(`/requests/${asked.number}/raise`, { formToken: hiddenField(form, 'formToken'), text: 'Stopped' })
  const answers = [...(await Promise.all([send(), send()])), await send()]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
  expect(await pagesOf(asked.id)).toHaveLength(1)
  expect(await mailsOf(asked.id)).toHaveLength(1)
  expect((await eventsOf(asked.id)).map(({ body }) => body.kind).toSorted()).toEqual(['message', 'page', 'priority'])
  expect((await browser.get(`/requests/${asked.number}/raise`)).headers.location).toBe(`/requests/${asked.number}/raised`)
})

test('R70 by day nobody is called, which the customer reads before and after, and the queue has it as Urgent', async () => {
  const asked = await ownTicket()
  expect((await browser.get(`/requests/${asked.number}/raise`)).body).toContain('HelpDesk is open')
  const told = (await browser.get(String((await raise(asked.number)).headers.location))).body
  expect(told).toContain('Every engineer sees your request now')
  expect(await pagesOf(asked.id)).toEqual([])
  expect(await rowOf(asked.id)).toMatchObject({ customerPriority: 'urgent' })
})

test('R72 without 24×7 a raise in the night wakes nobody, and both pages say why', async () => {
  await backend.database.write(async (tx) => tx.update(contract).set({ kind: 'standard' }).where(eq(contract.customerId, customer.customerId)))
  const asked = await ownTicket()
  backend.setNow(night)
  const ahead = (await browser.get(`/requests/${asked.number}/raise`)).body
  const told = (await browser.get(String((await raise(asked.number)).headers.location))).body
  const [mail] = await mailsOf(asked.id)
  for (const body of [ahead, told, mail?.text]) expect(body).toContain('does not include 24×7 support')
  expect(await pagesOf(asked.id)).toEqual([])
  expect((await eventsOf(asked.id)).map(({ body }) => body)).toContainEqual(expect.objectContaining({ kind: 'page', paged: false }))
})

test('R70 a request that came by mail pages when its customer raises it in the portal; R46 one on a test server does not', async () => {
  const mailed = await ownTicket({ channel: 'email', state: 'waiting' })
  const testing = await ownTicket({ environment: 'test' })
  backend.setNow(night)
  await raise(mailed.number)
  expect(await pagesOf(mailed.id)).toHaveLength(1)
  expect(await rowOf(mailed.id)).toMatchObject({ state: 'open' })
  expect((await browser.get(`/requests/${testing.number}/raise`)).body).toContain('You told us that it is a test server')
  await raise(testing.number)
  expect(await pagesOf(testing.id)).toEqual([])
})

test('R50 a closed or a merged request is not raised, and the customer reads where to go', async () => {
  const closed = await ownTicket({ state: 'closed' })
  const survivor = await ownTicket()
  const merged = await ownTicket({ state: 'closed', facts: [{ kind: 'mergedInto', at: worldStart, ticketId: survivor.id }] })
  backend.setNow(night)
  const [toClosed, toMerged] = [await raise(closed.number), await raise(merged.number)]
  expect([toClosed.statusCode, toMerged.statusCode]).toEqual([409, 409])
  expect(toClosed.body).toContain('A message opens it again')
  expect(toMerged.body).toContain(`Please raise #${survivor.number} instead`)
  for (const { id } of [closed, merged]) {
    expect(await rowOf(id)).toMatchObject({ customerPriority: 'high', state: 'closed' })
    expect(await pagesOf(id)).toEqual([])
    expect(await mailsOf(id)).toEqual([])
  }
})

test('P43 nobody raises a request of another account, nor without the form’s token or from another site', async () => {
  const other = await addPortalCustomer(backend.database, 'Contoso Freight')
  const theirs = await addTicket(backend.database, { customerId: other.customerId, contactId: other.contactId })
  const own = await ownTicket()
  backend.setNow(night)
  const formToken = hiddenField((await browser.get('/requests/new')).body, 'formToken')
  const strip = (body: string, number: number) => body.replaceAll(String(number), 'N')
  const theirAnswer = await browser.post(`/requests/${theirs.number}/raise`, { formToken })
  const noneAnswer = await browser.post('/requests/99999999/raise', { formToken })
  expect([theirAnswer.statusCode, noneAnswer.statusCode]).toEqual([404, 404])
  expect(strip(theirAnswer.body, theirs.number)).toBe(strip(noneAnswer.body, 99_999_999))
  expect((await browser.post(`/requests/${own.number}/raise`, { formToken: 'forged' })).statusCode).toBe(403)
  expect((await browser.post(`/requests/${own.number}/raise`, { formToken }, { origin: 'https://evil.example' })).statusCode).toBe(403)
  for (const { id } of [theirs, own]) expect(await rowOf(id)).toMatchObject({ customerPriority: 'high' })
})

test('R70 words that are too long are named and kept, and nothing is raised', async () => {
  const asked = await ownTicket()
  const answer = await raise(asked.number, 'x'.repeat(10_001))
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('longer than 10,000 characters')
  expect(await rowOf(asked.id)).toMatchObject({ customerPriority: 'high' })
})
