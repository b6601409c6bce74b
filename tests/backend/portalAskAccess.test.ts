import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { accessRequest, changeLog, outgoingMail } from '../../src/backend/db/schema'
import { addRealMinutes, toInstant } from '../../src/domain/calendar/time'
import { worldStart } from '../fixtures/backendWorld'
import { addContact, addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
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
})

const newAddress = (): string => `sam.${randomUUID()}@clinic.example`
const requestsOf = async (email: string) => backend.database.queries.select().from(accessRequest).where(eq(accessRequest.email, email))
const mailsTo = async (email: string) => backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, email))

const words = { name: 'Sam Ortiz', phone: '(612) 555-0133', company: 'Northwind Clinics', primaryContact: 'Pat Lind, on holiday' }
/** What the form on the page would send, with the person's own words. */
const filled = async (email: string, typed: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> => {
  const page = (await browser.get('/ask-for-access')).body
  return { formToken: hiddenField(page, 'formToken'), submissionId: hiddenField(page, 'submissionId'), topic: '', ...words, email, ...typed }
}
const ask = async (email: string, typed: Readonly<Record<string, string>> = {}) => browser.post('/ask-for-access', await filled(email, typed))

test('R33 the sign-in page leads to a form that opens one request for temporary access, with what was typed', async () => {
  expect((await browser.get('/sign-in')).body).toContain('href="/ask-for-access"')
  const email = newAddress()
  const answer = await ask(email.toUpperCase())
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('Access is typically set up today, until 17:00 CT.')
  const [request, ...more] = await requestsOf(email)
  expect(more).toEqual([])
  expect(request).toMatchObject({ kind: 'temporary', state: 'open', customerId: null, name: 'Sam Ortiz', phone: '(612) 555-0133', requestedBy: { email, contactId: null }, requestedAt: worldStart })
  expect(request?.text).toContain('Company: Northwind Clinics')
  expect(request?.text).toContain('Pat Lind, on holiday')
  expect(await backend.database.queries.select().from(changeLog).where(eq(changeLog.rowId, request?.id ?? ''))).toHaveLength(1)
  expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual(['Your request for access'])
})

test('R32 asked for shortly before closing, it is told for the next business day', async () => {
  backend.setNow(toInstant(Date.UTC(2026, 10, 24, 22, 55)))
  expect((await ask(newAddress())).body).toContain('Access is typically set up on Wed 25 Nov, until 17:00 CT.')
})

test('P43 whoever is asked for, the page and what is written are the same; only the mail to the owner says that there is access', async () => {
  const ended = newAddress()
  await addContact(backend.database, { id: randomUUID(), customerId: customer.customerId, email: ended, access: 'temporary', accessUntil: worldStart })
  const emails = [newAddress(), ended, customer.email]
  const answers = []
  for (const email of emails) answers.push(await ask(email))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(new Set(answers.map(({ body }, index) => body.replaceAll(emails[index] ?? '', 'E')))).toHaveProperty('size', 1)
  const rows = (await Promise.all(emails.map(requestsOf))).flat()
  expect(rows.map(({ state, kind, customerId, requestedBy }) => [state, kind, customerId, requestedBy.contactId])).toEqual(emails.map(() => ['open', 'temporary', null, null]))
  const told = (await Promise.all(emails.map(mailsTo))).flat()
  expect(told.map(({ text }) => text.includes('It has access already'))).toEqual([false, false, true])
  expect(told.map(({ text }) => text.includes('/forgotten-password'))).toEqual([false, false, true])
})

test('P30 the same form pressed twice at once, and once more later, is one request and one mail', async () => {
  const email = newAddress()
  const fields = await filled(email)
  const send = async () => browser.post('/ask-for-access', fields)
  const answers = [...(await Promise.all([send(), send()])), await send()]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(await requestsOf(email)).toHaveLength(1)
  expect(await mailsTo(email)).toHaveLength(1)
  await ask(email)
  expect(await requestsOf(email)).toHaveLength(2)
  expect(await mailsTo(email)).toHaveLength(1)
  backend.setNow(addRealMinutes(worldStart, 60))
  await ask(email)
  expect(await mailsTo(email)).toHaveLength(2)
  backend.setNow(addRealMinutes(worldStart, 180))
  expect((await send()).statusCode).toBe(200)
  expect(await requestsOf(email)).toHaveLength(3)
  expect(await mailsTo(email)).toHaveLength(2)
})

test('P45 who asks on and on for one address is told to wait; others are not', async () => {
  const email = newAddress()
  for (let asked = 0; asked < 8; asked += 1) expect((await ask(email)).statusCode).toBe(200)
  const ninth = await ask(email)
  expect(ninth.statusCode).toBe(429)
  expect(ninth.body).toContain('Please wait 15 min')
  expect(ninth.body).toContain('value="Northwind Clinics"')
  expect(await requestsOf(email)).toHaveLength(8)
  expect((await ask(newAddress())).statusCode).toBe(200)
})

test('P45 a flood of invented addresses is stopped before the list is buried, in words, and passes after an hour', async () => {
  const later = addRealMinutes(worldStart, 24 * 60)
  backend.setNow(later)
  await backend.database.write(async (tx) =>
    tx.insert(accessRequest).values(
      Array.from({ length: 199 }, () => ({ id: randomUUID(), customerId: null, kind: 'temporary' as const, name: 'x', phone: 'x', email: newAddress(), requestedBy: { email: 'x', contactId: null }, requestedAt: later, state: 'open' as const })),
    ),
  )
  const email = newAddress()
  expect((await ask(email)).statusCode).toBe(200)
  const stopped = await ask(email)
  expect(stopped.statusCode).toBe(503)
  expect(stopped.body).toContain('yours was not kept. Please write to')
  expect(await requestsOf(email)).toHaveLength(1)
  backend.setNow(addRealMinutes(later, 60))
  expect((await ask(email)).statusCode).toBe(200)
})

test.each([
  ['nothing', { name: ' ', phone: '', email: '', company: '' }, ['Please type your name', 'Please type the number we can call you at', 'Please type your e-mail address', 'Please type the name of your company']],
  ['half a number', { phone: '555' }, ['Please type the whole contact number']],
  ['half an address', { email: 'sam@clinic' }, ['Please type the whole e-mail address']],
  ['a line break that would forge a header', { email: 'sam@clinic.example\r\nBcc: all@clinic.example' }, ['characters that cannot be seen']],
  ['a NUL', { primaryContact: 'Pat\0Lind' }, ['characters that cannot be seen']],
  ['a name of a thousand letters', { name: 'x'.repeat(1000) }, ['longer than 120 characters']],
  ['what only machines fill in', { topic: 'casino' }, ['A field that nobody sees was filled in']],
])('P39 %s opens no request, is named, and what was typed stays', async (_what, typed, sentences) => {
  const before = await backend.database.queries.$count(accessRequest)
  const answer = await ask(newAddress(), typed)
  expect(answer.statusCode).toBe(400)
  for (const sentence of sentences) expect(answer.body).toContain(sentence)
  expect(answer.body).toContain(`value="${'company' in typed ? '' : 'Northwind Clinics'}"`)
  expect(answer.body).not.toContain('casino')
  expect(await backend.database.queries.$count(accessRequest)).toBe(before)
})

test('P45 a forged form and one of another site open nothing', async () => {
  const email = newAddress()
  const fields = await filled(email)
  expect((await browser.post('/ask-for-access', { ...fields, formToken: 'forged' })).statusCode).toBe(403)
  expect((await browser.post('/ask-for-access', fields, { origin: 'https://evil.example' })).statusCode).toBe(403)
  expect(await requestsOf(email)).toEqual([])
})

test('the sign-in page says nothing of its own for a reason it does not know', async () => {
  for (const reason of ['__proto__', 'constructor', 'x']) {
    const page = await browser.get(`/sign-in?reason=${reason}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('class="notice"')
  }
})

test('P45 one machine that sends form after form is stopped, in words', async () => {
  const fields = await filled(newAddress(), { name: '' })
  let answer = await browser.post('/ask-for-access', fields)
  for (let sent = 0; sent < 40 && answer.statusCode === 400; sent += 1) answer = await browser.post('/ask-for-access', fields)
  expect(answer.statusCode).toBe(429)
  expect(answer.body).toContain('Please try again in a moment')
})
