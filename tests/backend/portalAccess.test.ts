import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachment, portalSession, ticket, timelineEvent } from '../../src/backend/db/schema'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { addTicket, worldStart } from '../fixtures/backendWorld'
import { addContact, addPortalCustomer, addPortalPassword, openCustomerBackend } from '../fixtures/customerBackend'
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

const addEvent = async (ticketId: string, body: typeof timelineEvent.$inferInsert.body): Promise<string> => {
  const id = randomUUID()
  await backend.database.write(async (tx, touched) => {
    await tx.insert(timelineEvent).values({ id, ticketId, at: worldStart, actor: { kind: 'engineer', id: null, name: 'Dana Reyes' }, body })
    touched.put('timelineEvent', id)
  })
  return id
}

test('a right password leads to the requests; only the hash of the cookie is stored', async () => {
  const answer = await browser.signIn(customer.email.toUpperCase())
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/requests')
  const cookie = answer.cookies.find(({ name }) => name === 'portal-session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const sessions = await backend.database.queries.select().from(portalSession).where(eq(portalSession.contactId, customer.contactId))
  expect(sessions).toHaveLength(1)
  expect(JSON.stringify(sessions)).not.toContain(cookie?.value)
  expect((await browser.get('/requests')).body).toContain('Pat Lind')
})

test('over https the cookie is Secure and tied to the host', async () => {
  const secure = await openCustomerBackend('https://support.example')
  try {
    const visitor = openBrowser(secure.app, 'https://support.example')
    const { email } = await addPortalCustomer(secure.database)
    const answer = await visitor.signIn(email)
    expect(answer.cookies.find(({ name }) => name === '__Host-portal-session')).toMatchObject({ secure: true, httpOnly: true, path: '/' })
    expect((await visitor.get('/requests')).statusCode).toBe(200)
  } finally {
    await secure.close()
  }
})

test('a wrong password and an unknown address are told the same, signed in nowhere, and the address stays typed', async () => {
  const wrong = await browser.signIn(customer.email, 'not the password')
  const unknown = await browser.signIn('nobody@nowhere.example', 'not the password')
  expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
  const sentence = 'This e-mail address and password do not belong together. Please check both and try again.'
  expect(wrong.body).toContain(sentence)
  expect(unknown.body).toContain(sentence)
  expect(wrong.body).toContain(`value="${customer.email}"`)
  expect(wrong.body).not.toContain('not the password')
  expect((await browser.get('/requests')).statusCode).toBe(303)
})

test('empty fields are named', async () => {
  const answer = await browser.signIn('', '')
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('Please type your e-mail address')
  expect(answer.body).toContain('Please type your password')
})

test('guessing is slowed down, with the time to wait', async () => {
  for (let guess = 0; guess < 8; guess += 1) await browser.signIn(customer.email, `guess ${guess}`)
  const answer = await browser.signIn(customer.email)
  expect(answer.statusCode).toBe(429)
  expect(answer.body).toContain('Please wait 15 min')
})

test('an expired session leads to the sign-in page, which says so and leads back', async () => {
  await browser.signIn(customer.email)
  const open = await addTicket(backend.database, { customerId: customer.customerId, contactId: customer.contactId })
  backend.setNow(addRealMinutes(worldStart, 12 * 60 - 1))
  expect((await browser.get(`/requests/${open.number}`)).statusCode).toBe(200)
  backend.setNow(addRealMinutes(worldStart, 12 * 60))
  const sentAway = await browser.get(`/requests/${open.number}`)
  expect(sentAway.statusCode).toBe(303)
  const page = await browser.get(String(sentAway.headers.location))
  expect(page.body).toContain('Your session has ended')
  const back = await browser.post('/sign-in', {
    formToken: hiddenField(page.body, 'formToken'),
    next: hiddenField(page.body, 'next'),
    email: customer.email,
    password: 'fax machines never sleep',
  })
  expect(back.headers.location).toBe(`/requests/${open.number}`)
})

test('a form sent with an expired session changes nothing and leads back to its page', async () => {
  await browser.signIn(customer.email)
  const form = (await browser.get('/requests/new')).body
  backend.setNow(addRealMinutes(worldStart, 12 * 60))
  const answer = await browser.postFiles('/requests', { formToken: hiddenField(form, 'formToken'), brief: 'Too late' }, [{ name: 'a.txt', content: Buffer.from('a') }])
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toContain('reason=expired')
  expect(await backend.database.queries.select().from(ticket).where(eq(ticket.brief, 'Too late'))).toEqual([])
})

test.each(['https://evil.example/', '//evil.example', '/requests/../admin', 'javascript:alert(1)', '/sign-out'])('after signing in nobody is led to %s', async (next) => {
  const page = await browser.get(`/sign-in?${new URLSearchParams({ next })}`)
  expect(hiddenField(page.body, 'next')).toBe('/requests')
})

test('a sign-in form from another site is refused', async () => {
  const page = (await browser.get('/sign-in')).body
  const fields = { formToken: hiddenField(page, 'formToken'), email: customer.email, password: 'fax machines never sleep' }
  expect((await browser.post('/sign-in', fields, { origin: 'https://evil.example' })).statusCode).toBe(403)
  expect((await browser.post('/sign-in', { ...fields, formToken: 'forged' })).statusCode).toBe(403)
  expect((await browser.post('/sign-in', fields)).statusCode).toBe(303)
})

test('signing out ends the session for whoever kept the cookie', async () => {
  await browser.signIn(customer.email)
  const kept = new Map(browser.cookies)
  const page = (await browser.get('/requests')).body
  expect((await browser.post('/sign-out', { formToken: 'forged' })).statusCode).toBe(403)
  await browser.post('/sign-out', { formToken: hiddenField(page, 'formToken') })
  for (const [name, value] of kept) browser.cookies.set(name, value)
  expect((await browser.get('/requests')).statusCode).toBe(303)
})

test('P42 nobody sees a request or a file of another account', async () => {
  const other = await addPortalCustomer(backend.database, 'Contoso Freight')
  const theirs = await addTicket(backend.database, { customerId: other.customerId, contactId: other.contactId, brief: 'Secret of Contoso' })
  await browser.signIn(customer.email)
  expect((await browser.get('/requests')).body).not.toContain('Secret of Contoso')
  const paths = ['', '/confirmation', `/files/${randomUUID()}`].map((rest) => `/requests/${theirs.number}${rest}`)
  const answers = await Promise.all(paths.map(async (path) => browser.get(path)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
  expect(answers.map(({ body }) => body).join()).not.toContain('Secret of Contoso')
  const form = (await browser.get('/requests/new')).body
  const reply = await browser.postFiles(`/requests/${theirs.number}/replies`, { formToken: hiddenField(form, 'formToken'), text: 'Let me in' })
  expect(reply.statusCode).toBe(404)
})

test('R34 a temporary person sees only their own, and nothing once access ended', async () => {
  const id = randomUUID()
  const email = `${id}@northwind.example`
  await addContact(backend.database, { id, customerId: customer.customerId, email, access: 'temporary', accessUntil: addRealMinutes(worldStart, 60) })
  await addPortalPassword(backend.database, id)
  const own = await addTicket(backend.database, { customerId: customer.customerId, contactId: id, brief: 'Mine' })
  const colleague = await addTicket(backend.database, { customerId: customer.customerId, contactId: customer.contactId, brief: 'Of my colleague' })
  await browser.signIn(email)
  const list = (await browser.get('/requests')).body
  expect(list).toContain('Mine')
  expect(list).not.toContain('Of my colleague')
  expect((await browser.get(`/requests/${own.number}`)).statusCode).toBe(200)
  expect((await browser.get(`/requests/${colleague.number}`)).statusCode).toBe(404)
  backend.setNow(addRealMinutes(worldStart, 60))
  const ended = await browser.get('/requests')
  expect(ended.statusCode).toBe(403)
  expect(ended.body).toContain('has ended')
  expect((await browser.signIn(email)).statusCode).toBe(403)
})

test('the authorized person sees the whole account, and what the firm says inside stays inside', async () => {
  const colleague = await addTicket(backend.database, { customerId: customer.customerId, contactId: null, brief: 'Of my colleague' })
  await addEvent(colleague.id, { kind: 'note', text: 'Their admin is hopeless' })
  await addEvent(colleague.id, { kind: 'page', pageId: null, paged: false, sentence: 'Nobody was paged.', decision: null })
  await addEvent(colleague.id, { kind: 'message', direction: 'out', via: 'desk', text: 'Please restart <DocTransport>.' })
  const noteWithFile = await addEvent(colleague.id, { kind: 'note', text: 'see file' })
  const fileId = randomUUID()
  await backend.database.write(async (tx, touched) => {
    await tx.insert(attachment).values({ id: fileId, ticketId: colleague.id, eventId: noteWithFile, name: 'internal.txt', mediaType: 'text/plain', size: 1, sha256: '', createdAt: worldStart })
    touched.put('attachment', fileId)
  })
  await browser.signIn(customer.email)
  const { body } = await browser.get(`/requests/${colleague.number}`)
  expect(body).toContain('Please restart &lt;DocTransport&gt;.')
  expect(body).toContain('Dana Reyes, ')
  for (const inside of ['hopeless', 'Nobody was paged', 'internal.txt']) expect(body).not.toContain(inside)
  expect((await browser.get(`/requests/${colleague.number}/files/${fileId}`)).statusCode).toBe(404)
})

test('R67 a message reopens a solved request, once for a double click; an empty one does not', async () => {
  const solved = await addTicket(backend.database, { customerId: customer.customerId, contactId: customer.contactId, state: 'resolved' })
  await browser.signIn(customer.email)
  const page = (await browser.get(`/requests/${solved.number}`)).body
  expect(page).toContain('A message opens it again')
  const fields = { formToken: hiddenField(page, 'formToken'), submissionId: hiddenField(page, 'submissionId') }
  const path = `/requests/${solved.number}/replies`
  const empty = await browser.postFiles(path, { ...fields, text: ' ' })
  expect(empty.statusCode).toBe(400)
  expect(empty.body).toContain('Your message is empty')
  const send = async () => browser.postFiles(path, { ...fields, text: 'It is back' }, [{ name: 'trace.txt', content: Buffer.from('t') }])
  const answers = await Promise.all([send(), send()])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  const [after] = await backend.database.queries.select().from(ticket).where(eq(ticket.id, solved.id))
  expect(after).toMatchObject({ state: 'open', unansweredSince: worldStart })
  const events = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, solved.id))
  expect(events.map(({ body }) => body.kind).toSorted()).toEqual(['message', 'state'])
  expect((await browser.get(`/requests/${solved.number}`)).body).toContain('trace.txt')
})

test('R19 no page names a hotline; each carries the policy that allows no script but our own file', async () => {
  await browser.signIn(customer.email)
  const pages = await Promise.all(['/requests', '/requests/new', '/requests/999999'].map(async (path) => browser.get(path)))
  for (const page of pages) {
    expect(page.body).not.toMatch(/hotline/i)
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'/)
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['referrer-policy']).toBe('same-origin')
  }
})
