import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { AccessExpiry } from '../../src/backend/access/AccessExpiry'
import { runAccessCommand } from '../../src/backend/access/runAccessCommand'
import { accessRequest, changeLog, contact, outgoingMail, ticket } from '../../src/backend/db/schema'
import { readPolicy } from '../../src/backend/intake/readPolicy'
import { startSmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import type { SmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import type { AccessRequestKind } from '../../src/domain/access/accessRequest'
import type { Engineer } from '../../src/domain/access/engineer'
import { temporaryAccessUntil } from '../../src/domain/access/temporaryAccessUntil'
import { addRealMinutes, toZone } from '../../src/domain/calendar/time'
import { defaultPolicyValues } from '../../src/domain/policy/defaultPolicy'
import { addEngineer, worldStart } from '../fixtures/backendWorld'
import { addContact, addPortalCustomer, addPortalPassword, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hiddenField, openBrowser } from '../fixtures/portalBrowser'
import { sendRaw } from '../fixtures/smtpClient'

const { accessAddress, supportAddress } = defaultPolicyValues
const chicago = toZone('America/Chicago')

let backend: CustomerBackend
let intake: SmtpIntake
let customer: Awaited<ReturnType<typeof addPortalCustomer>>
let engineer: Engineer

beforeAll(async () => {
  backend = await openCustomerBackend()
  intake = await startSmtpIntake(backend.context, 0)
})
afterAll(async () => {
  await intake.close()
  await backend.close()
})
beforeEach(async () => {
  backend.setNow(worldStart)
  customer = await addPortalCustomer(backend.database)
  engineer = await addEngineer(backend.database)
})

const newAddress = (): string => `sam.${randomUUID()}@clinic.example`
const write = async (from: string, text: string, { to = accessAddress, id = randomUUID() as string, headers = [] as readonly string[] } = {}): Promise<string> =>
  sendRaw(intake.port, Buffer.from([`From: Sam Ortiz <${from}>`, `Message-ID: <${id}@clinic.example>`, 'Subject: Access', ...headers, '', text].join('\r\n')), { from, to })
const requestsOf = async (email: string) => (await backend.database.queries.select().from(accessRequest)).filter(({ requestedBy }) => requestedBy.email === email)
const requestOf = async (email: string) => (await requestsOf(email))[0] ?? expect.fail('no request for access')
const mailsTo = async (to: string) => backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, to))
const personOf = async (email: string) => (await backend.database.queries.select().from(contact).where(eq(contact.email, email)))[0] ?? null

const grant = async (requestId: string, kind: AccessRequestKind, by = engineer, customerId = customer.customerId) => {
  const command = { name: 'grantAccess', args: { requestId, eventId: randomUUID(), customerId, kind, newContactId: randomUUID() } } as const
  const { value } = await backend.database.write(async (tx, touched) => runAccessCommand(backend.context, tx, touched, command, { engineer: by, clientTime: backend.context.now(), base: {} }))
  return value
}
const deny = async (requestId: string, reason: string, by = engineer) => {
  const command = { name: 'denyAccess', args: { requestId, eventId: randomUUID(), reason } } as const
  const { value } = await backend.database.write(async (tx, touched) => runAccessCommand(backend.context, tx, touched, command, { engineer: by, clientTime: backend.context.now(), base: {} }))
  return value
}

/** Somebody with temporary access who has signed in, and the link that the primary contact got. */
const grantTemporary = async () => {
  const email = newAddress()
  await write(email, 'Number: 612 555 0133')
  const { id } = await requestOf(email)
  expect(await grant(id, 'temporary')).toBeNull()
  const person = (await personOf(email)) ?? expect.fail('no contact')
  await addPortalPassword(backend.database, person.id)
  const visitor = openBrowser(backend.app)
  await visitor.signIn(email)
  const [mail] = (await mailsTo(customer.email)).filter(({ subject }) => subject.startsWith('Please confirm'))
  const link = /\/access\/\S+/.exec(mail?.text ?? '')?.[0] ?? expect.fail('no link')
  const follow = async (answer: string, browser = openBrowser(backend.app)) => {
    const page = await browser.get(link)
    return browser.post(link, { formToken: hiddenField(page.body, 'formToken'), answer })
  }
  return { id, email, person, visitor, link, follow, mail }
}

test('R24 R33 a stranger’s mail to the access mailbox is a request for temporary access and no ticket; what is missing is null', async () => {
  const email = newAddress()
  const ticketsBefore = await backend.database.queries.select({ id: ticket.id }).from(ticket)
  expect(await write(email, 'I work at Northwind and need to open a ticket.')).toMatch(/^250/)
  expect(await requestOf(email)).toMatchObject({ kind: 'temporary', name: 'Sam Ortiz', email, phone: null, customerId: null, state: 'open', requestedAt: worldStart, text: 'Access\n\nI work at Northwind and need to open a ticket.' })
  expect(await backend.database.queries.select({ id: ticket.id }).from(ticket)).toEqual(ticketsBefore)
})

test('R32 a mail of the primary contact asks for an addition at their account', async () => {
  await write(customer.email, 'Name: Sam Lee\r\nPhone: (612) 555-0177\r\nE-mail: sam.lee@northwind.example')
  expect(await requestOf(customer.email)).toMatchObject({
    kind: 'addition', customerId: customer.customerId, name: 'Sam Lee', phone: '(612) 555-0177', email: 'sam.lee@northwind.example', requestedBy: { contactId: customer.contactId },
  })
})

test('R24 a mail to the support mailbox is no request for access; the same mail twice is one', async () => {
  const email = newAddress()
  const id = randomUUID()
  await write(email, 'Access please', { id })
  expect(await write(email, 'Access please', { id })).toContain('had arrived before')
  expect(await requestsOf(email)).toHaveLength(1)
  await write(customer.email, 'Cover page', { to: supportAddress })
  expect(await requestsOf(customer.email)).toEqual([])
})

test('P37 P43 everybody gets the same answer, once an hour, and machines none', async () => {
  const [stranger, machine] = [newAddress(), newAddress()]
  await write(stranger, 'Access please')
  await write(stranger, 'Access please, again')
  await write(customer.email, 'Name: A B')
  await write(machine, 'Access please', { headers: ['Precedence: list'] })
  const [answer, ...more] = await mailsTo(stranger)
  expect(more).toEqual([])
  expect(answer?.headers).toMatchObject({ 'Auto-Submitted': 'auto-replied', 'X-Engineer-Console': 'yes' })
  expect((await mailsTo(customer.email)).map(({ text }) => text)).toEqual([answer?.text])
  expect(await mailsTo(machine)).toEqual([])
  expect(await requestsOf(machine)).toHaveLength(1)
})

test('R32 a grant makes the person authorized, tells them and the primary contact, and travels to desks in one commit', async () => {
  const email = newAddress()
  await write(customer.email, `Name: Sam Lee\r\nPhone: 612 555 0177\r\nE-mail: ${email}`)
  const { id } = await requestOf(customer.email)
  expect(await grant(id, 'addition')).toBeNull()
  const person = await personOf(email)
  expect(person).toMatchObject({ name: 'Sam Lee', customerId: customer.customerId, access: 'authorized', accessUntil: null })
  const row = await requestOf(customer.email)
  expect(row).toMatchObject({ state: 'granted', contactId: person?.id, decision: { by: { id: engineer.id }, at: worldStart } })
  expect(row.rev).toBe(person?.rev)
  expect(await backend.database.queries.select().from(changeLog).where(and(eq(changeLog.seq, row.rev), eq(changeLog.rowId, id)))).toHaveLength(1)
  expect((await mailsTo(email))[0]?.text).toContain('/forgotten-password')
  expect((await mailsTo(customer.email)).some(({ subject }) => subject === 'Sam Lee has access to the support portal')).toBe(true)
  expect(await grant(id, 'addition')).toBeNull()
  expect(await mailsTo(email)).toHaveLength(1)
})

test('R32 R33 nothing is granted without a number, to an installation engineer’s hand, or for good when the primary contact did not ask', async () => {
  const email = newAddress()
  await write(email, 'Hello')
  const { id } = await requestOf(email)
  expect(await grant(id, 'temporary')).toMatchObject({ code: 'missingFacts' })
  expect(await grant(id, 'temporary', await addEngineer(backend.database, { role: 'installation' }))).toMatchObject({ code: 'notAllowed' })
  expect(await deny(id, ' ')).toMatchObject({ code: 'invalid' })
  expect(await personOf(email)).toBeNull()
  const other = newAddress()
  await addContact(backend.database, { id: randomUUID(), customerId: customer.customerId, email: other, access: 'authorized' })
  await write(other, `Name: A B\r\nPhone: 612 555 0178\r\nE-mail: ${newAddress()}`)
  expect(await requestOf(other)).toMatchObject({ kind: 'temporary' })
})

test('R34 temporary access opens the portal at once, ends at its time to the millisecond, and is then marked', async () => {
  const { id, email, person, visitor } = await grantTemporary()
  const until = temporaryAccessUntil(worldStart, chicago, await readPolicy(backend.database.queries))
  expect(person).toMatchObject({ access: 'temporary', accessUntil: until })
  // A session lives twelve hours: the visitor signs in anew shortly before the end.
  const expiry = new AccessExpiry(backend.context)
  backend.setNow(addRealMinutes(until, -5))
  await visitor.signIn(email)
  backend.setNow((until - 1) as typeof until)
  expect((await visitor.get('/requests')).statusCode).toBe(200)
  expect(await expiry.runOnce(backend.context.now())).toBe(0)
  backend.setNow(until)
  expect((await visitor.get('/requests')).statusCode).toBe(403)
  expect(await expiry.runOnce(until)).toBe(1)
  expect(await expiry.runOnce(until)).toBe(0)
  expect(await requestOf(email)).toMatchObject({ id, state: 'expired' })
  expect((await visitor.get('/requests')).statusCode).toBe(303)
})

test('P44 opening the link changes nothing; the primary contact’s yes makes the access last', async () => {
  const { email, link, follow, mail } = await grantTemporary()
  expect(mail?.secret).toBe(true)
  const scanner = openBrowser(backend.app)
  expect((await scanner.get(link)).body).toContain(email)
  expect((await scanner.get(`${link}?answer=confirm`)).statusCode).toBe(200)
  expect(await personOf(email)).toMatchObject({ access: 'temporary' })
  expect((await follow('confirm')).statusCode).toBe(303)
  expect(await personOf(email)).toMatchObject({ access: 'authorized', accessUntil: null })
  expect(await requestOf(email)).toMatchObject({ state: 'confirmed', decision: { by: { kind: 'customer', id: customer.contactId } } })
})

test('P44 a denial ends the access and its sessions at once, and a later yes is refused', async () => {
  const { email, visitor, follow, link } = await grantTemporary()
  expect((await visitor.get('/requests')).statusCode).toBe(200)
  // The same page, opened twice before the first answer.
  const late = openBrowser(backend.app)
  const formToken = hiddenField((await late.get(link)).body, 'formToken')
  await follow('deny')
  expect((await visitor.get('/requests')).headers.location).toContain('/sign-in')
  expect(await personOf(email)).toMatchObject({ access: 'none', accessUntil: null })
  expect((await late.post(link, { formToken, answer: 'confirm' })).statusCode).toBe(409)
  expect(await personOf(email)).toMatchObject({ access: 'none' })
})

test('P44 a forged token, a form of another site, and a contact who is primary no longer change nothing', async () => {
  const { email, link, follow } = await grantTemporary()
  const browser = openBrowser(backend.app)
  expect((await browser.get(`${link}x`)).statusCode).toBe(404)
  const formToken = hiddenField((await browser.get(link)).body, 'formToken')
  expect((await browser.post(`${link}x`, { formToken, answer: 'confirm' })).statusCode).toBe(404)
  expect((await browser.post(link, { formToken: 'forged', answer: 'confirm' })).statusCode).toBe(403)
  expect((await browser.post(link, { formToken, answer: 'confirm' }, { origin: 'https://evil.example' })).statusCode).toBe(403)
  await backend.database.write(async (tx) => tx.update(contact).set({ access: 'authorized' }).where(eq(contact.id, customer.contactId)))
  expect((await follow('confirm')).statusCode).toBe(409)
  expect(await personOf(email)).toMatchObject({ access: 'temporary' })
})

test('R34 an engineer denies with a reason that the person is told, and ends running access the same way', async () => {
  const email = newAddress()
  await write(email, 'Access please')
  const { id } = await requestOf(email)
  expect(await deny(id, 'Nobody at the company knows you.')).toBeNull()
  expect((await mailsTo(email)).at(-1)?.text).toContain('Nobody at the company knows you.')
  const running = await grantTemporary()
  expect(await deny(running.id, 'Left the company.')).toBeNull()
  expect(await personOf(running.email)).toMatchObject({ access: 'none' })
  expect((await running.visitor.get('/requests')).statusCode).toBe(303)
})
