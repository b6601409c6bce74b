import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { outgoingMail, password, passwordLink, portalSession } from '../../src/backend/db/schema'
import { OutgoingMailSender } from '../../src/backend/mail/outgoing/OutgoingMailSender'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { worldStart } from '../fixtures/backendWorld'
import { addContact, addPortalCustomer, addPortalPassword, customerPassword, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hiddenField, openBrowser } from '../fixtures/portalBrowser'
import type { PortalBrowser } from '../fixtures/portalBrowser'

const chosen = 'copper kettle seldom laughs'

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

const mailsTo = async (email: string) => backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, email)).orderBy(outgoingMail.createdAt)
const ask = async (email: string, visitor: PortalBrowser = browser) => {
  const form = (await visitor.get('/forgotten-password')).body
  return visitor.post('/forgotten-password', { formToken: hiddenField(form, 'formToken'), email })
}
/** Asks, and opens the newest link as the person does who gets the mail; answers its path. */
const mailedLink = async (email = customer.email): Promise<string> => {
  const before = (await mailsTo(email)).length
  await ask(email)
  await vi.waitFor(async () => expect(await mailsTo(email)).toHaveLength(before + 1))
  const text = (await mailsTo(email)).map((mail) => /http:\/\/127\.0\.0\.1(\/new-password\?token=\S+)/.exec(mail.text)?.[1]).filter((path) => path !== undefined)
  return text.at(-1) ?? ''
}
const choose = async (path: string, words: { readonly password?: string; readonly again?: string } = {}) => {
  const page = (await browser.get(path)).body
  const { password: typed = chosen, again = typed } = words
  return browser.post('/new-password', { formToken: hiddenField(page, 'formToken'), token: hiddenField(page, 'token'), password: typed, again })
}
const hashOf = async () => (await backend.database.queries.select().from(password).where(eq(password.personId, customer.contactId)))[0]?.hash

test('R35 a mailed link sets a new password once, ends every session, and a mail tells of it', async () => {
  expect((await browser.get('/sign-in')).body).toContain('href="/forgotten-password"')
  const thief = openBrowser(backend.app)
  await thief.signIn(customer.email)
  expect((await thief.get('/requests')).statusCode).toBe(200)
  const path = await mailedLink()
  const answer = await choose(path)
  expect(answer.headers.location).toBe('/sign-in?reason=newPassword')
  expect((await browser.get('/sign-in?reason=newPassword')).body).toContain('Your new password is set')
  expect((await thief.get('/requests')).statusCode).toBe(303)
  const sessions = await backend.database.queries.select().from(portalSession).where(eq(portalSession.contactId, customer.contactId))
  expect(sessions.map(({ endedAt }) => endedAt)).toEqual([worldStart])
  expect((await browser.signIn(customer.email, customerPassword)).statusCode).toBe(401)
  expect((await browser.signIn(customer.email, chosen)).headers.location).toBe('/requests')
  expect((await mailsTo(customer.email)).map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/^Your password for .* was changed$/))
  const again = await browser.get(path)
  expect(again.statusCode).toBe(410)
  expect(again.body).toContain('This link works no longer')
  expect(again.body).toContain('href="/forgotten-password"')
})

test('R35 a scanner that opens the link changes nothing, however often', async () => {
  const path = await mailedLink()
  const before = await hashOf()
  for (let visit = 0; visit < 3; visit += 1) expect((await openBrowser(backend.app).get(path)).statusCode).toBe(200)
  expect(await hashOf()).toBe(before)
  expect((await choose(path)).statusCode).toBe(303)
})

test('R35 two browsers with one link: one password is set', async () => {
  const path = await mailedLink()
  const page = (await browser.get(path)).body
  const fields = { formToken: hiddenField(page, 'formToken'), token: hiddenField(page, 'token') }
  const send = async (typed: string) => browser.post('/new-password', { ...fields, password: typed, again: typed })
  const answers = await Promise.all([send('copper kettle seldom laughs'), send('seven purple giraffes sing')])
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([303, 410])
})

test('R35 the token is stored as a hash only, and its mail is blanked once it is sent', async () => {
  const path = await mailedLink()
  const token = new URL(path, 'http://x').searchParams.get('token') ?? ''
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(JSON.stringify(await backend.database.queries.select().from(passwordLink))).not.toContain(token)
  await new OutgoingMailSender(backend.context).runOnce(worldStart)
  expect(JSON.stringify(await mailsTo(customer.email))).not.toContain(token)
  const outbox = join(backend.dataDir, 'outbox')
  expect(readdirSync(outbox).some((name) => readFileSync(join(outbox, name), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=').includes(token))).toBe(true)
})

test('R35 a link ends after half an hour, and when a newer one was mailed', async () => {
  const first = await mailedLink()
  backend.setNow(addRealMinutes(worldStart, 1))
  const second = await mailedLink()
  expect((await browser.get(first)).statusCode).toBe(410)
  backend.setNow(addRealMinutes(worldStart, 31 - 1 / 60_000))
  expect((await browser.get(second)).statusCode).toBe(200)
  const before = await hashOf()
  const page = (await browser.get(second)).body
  backend.setNow(addRealMinutes(worldStart, 31))
  const late = await browser.post('/new-password', { formToken: hiddenField(page, 'formToken'), token: hiddenField(page, 'token'), password: chosen, again: chosen })
  expect(late.statusCode).toBe(410)
  expect(await hashOf()).toBe(before)
})

test('P43 P45 whoever is asked for, the answer is the same and waits for nothing that only known people cause', async () => {
  const unknown = `${randomUUID()}@northwind.example`
  const ended = `${randomUUID()}@northwind.example`
  await addContact(backend.database, { id: randomUUID(), customerId: customer.customerId, email: ended, access: 'none' })
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const { write } = backend.database
  const spied = vi.spyOn(backend.database, 'write').mockImplementation(async (work) => {
    await held
    return write(work)
  })
  const emails = [unknown, ended, customer.email]
  const answers = []
  try {
    for (const email of emails) answers.push(await ask(email))
  } finally {
    spied.mockRestore()
    letGo()
  }
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(new Set(answers.map(({ body }, index) => body.replaceAll(emails[index] ?? '', 'E')))).toHaveProperty('size', 1)
  await vi.waitFor(async () => expect(await mailsTo(customer.email)).toHaveLength(1))
  expect([...(await mailsTo(unknown)), ...(await mailsTo(ended))]).toEqual([])
})

test('P45 nobody’s mailbox is flooded, which whoever asks is not told; who asks on is told to wait', async () => {
  const answers = []
  for (let asked = 0; asked < 8; asked += 1) answers.push(await ask(customer.email))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 8 }, () => 200))
  const ninth = await ask(customer.email)
  expect(ninth.statusCode).toBe(429)
  expect(ninth.body).toContain('Please wait 15 min')
  expect((await ask(`${randomUUID()}@northwind.example`)).statusCode).toBe(200)
  await vi.waitFor(async () => expect(await mailsTo(customer.email)).toHaveLength(3))
})

test('R35 a password that is too short, too easy or mistyped is refused in words; the link still works', async () => {
  const path = await mailedLink()
  const before = await hashOf()
  for (const [typed, again, words] of [
    ['short', 'short', 'at least 12 characters'],
    ['password1234', 'password1234', 'too easy to guess'],
    ['NorthwindClinics1', 'NorthwindClinics1', 'too easy to guess'],
    [chosen, 'another thing altogether', 'The two passwords are not the same'],
  ] as const) {
    const answer = await choose(path, { password: typed, again })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain(words)
    expect(answer.body).not.toContain(`value="${typed}"`)
  }
  expect(await hashOf()).toBe(before)
  expect((await choose(path)).statusCode).toBe(303)
})

test('R34 a link of somebody whose access has ended meanwhile sets nothing', async () => {
  const id = randomUUID()
  const email = `${id}@northwind.example`
  await addContact(backend.database, { id, customerId: customer.customerId, email, access: 'temporary', accessUntil: addRealMinutes(worldStart, 10) })
  await addPortalPassword(backend.database, id)
  const path = await mailedLink(email)
  const page = (await browser.get(path)).body
  backend.setNow(addRealMinutes(worldStart, 10))
  const answer = await browser.post('/new-password', { formToken: hiddenField(page, 'formToken'), token: hiddenField(page, 'token'), password: chosen, again: chosen })
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('has ended')
})

test('R35 forged forms, forged links and empty addresses change nothing', async () => {
  const path = await mailedLink()
  const before = await hashOf()
  const page = (await browser.get(path)).body
  const fields = { formToken: hiddenField(page, 'formToken'), token: hiddenField(page, 'token'), password: chosen, again: chosen }
  expect((await browser.post('/new-password', fields, { origin: 'https://evil.example' })).statusCode).toBe(403)
  expect((await browser.post('/new-password', { ...fields, formToken: 'forged' })).statusCode).toBe(403)
  expect((await browser.post('/new-password', { ...fields, token: 'x'.repeat(43) })).statusCode).toBe(410)
  expect((await browser.get('/new-password')).statusCode).toBe(410)
  expect(await hashOf()).toBe(before)
  expect((await ask('')).body).toContain('Please type your e-mail address')
  expect((await ask('pat')).body).toContain('with the @')
  expect((await browser.post('/forgotten-password', { formToken: 'forged', email: customer.email })).statusCode).toBe(403)
})
