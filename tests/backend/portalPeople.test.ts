import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { accessRequest, changeLog, contact, outgoingMail, portalSession } from '../../src/backend/db/schema'
import type { AccessRequest } from '../../src/domain/access/accessRequest'
import { addRealMinutes } from '../../src/domain/calendar/time'
import type { Contact } from '../../src/domain/customer/customer'
import { worldStart } from '../fixtures/backendWorld'
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
  await browser.signIn(customer.email)
})

const newAddress = (): string => `sam.${randomUUID()}@northwind.example`
const requestsOf = async (customerId = customer.customerId) => backend.database.queries.select().from(accessRequest).where(eq(accessRequest.customerId, customerId))
const mailsTo = async (email: string) => backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, email))
const rowOf = async (id: string) => (await backend.database.queries.select().from(contact).where(eq(contact.id, id)))[0]

/** Somebody of the account, signed in with a browser of their own. */
const addPerson = async (access: Contact['access'], more: Partial<typeof contact.$inferInsert> = {}) => {
  const id = randomUUID()
  const email = `${id}@northwind.example`
  await addContact(backend.database, { id, customerId: customer.customerId, email, access, ...(access === 'temporary' ? { accessUntil: addRealMinutes(worldStart, 24 * 60) } : {}), ...more })
  await addPortalPassword(backend.database, id)
  const visitor = openBrowser(backend.app)
  await visitor.signIn(email)
  return { id, email, visitor }
}
const addRequest = async (row: Partial<AccessRequest>): Promise<string> => {
  const id = randomUUID()
  await backend.database.write(async (tx, touched) => {
    await tx.insert(accessRequest).values({ id, customerId: customer.customerId, kind: 'temporary', name: 'Sam Ortiz', phone: '612 555 0133', email: newAddress(), requestedBy: { email: customer.email, contactId: customer.contactId }, requestedAt: worldStart, state: 'open', ...row })
    touched.put('accessRequest', id)
  })
  return id
}
const filled = async (typed: Readonly<Record<string, string>> = {}, visitor = browser): Promise<Record<string, string>> => {
  const page = (await visitor.get('/people/new')).body
  return { formToken: hiddenField(page, 'formToken'), submissionId: hiddenField(page, 'submissionId'), name: 'Sam Lee', phone: '(612) 555-0177', email: newAddress(), ...typed }
}
const answer = async (personId: string, word: string, visitor = browser) => {
  const path = `/people/${personId}/access`
  const page = await visitor.get(path)
  return visitor.post(path, { formToken: hiddenField(page.body, 'formToken'), answer: word })
}

test('R31 R34 the list names everybody with access, who is primary and how long the others have; the header leads there', async () => {
  const authorized = await addPerson('authorized', { name: 'Ada Mills' })
  await addPerson('temporary', { name: 'Tess Tran' })
  await addPerson('temporary', { name: 'Sven Stopp', accessUntil: worldStart })
  await addPerson('none', { name: 'Nora None' })
  const other = await addPortalCustomer(backend.database, 'Contoso Freight')
  await addContact(backend.database, { id: randomUUID(), customerId: other.customerId, email: newAddress(), name: 'Carla Contoso' })
  expect((await browser.get('/requests')).body).toContain('href="/people"')
  for (const visitor of [browser, authorized.visitor]) {
    const { body } = await visitor.get('/people')
    for (const words of ['Pat Lind', 'Primary contact', 'Ada Mills', authorized.email, 'Authorized', 'Tess Tran', 'Temporary access until', 'Sven Stopp', 'Suspended', 'suspended until the primary contact confirms it']) {
      expect(body).toContain(words)
    }
    for (const words of ['Nora None', 'Carla Contoso']) expect(body).not.toContain(words)
  }
  expect((await browser.get('/people')).body).toContain('Confirm or deny')
  expect((await authorized.visitor.get('/people')).body).not.toContain('Confirm or deny')
})

test('R34 P44 a temporary person sees nobody, cannot ask for colleagues, and reads why', async () => {
  const { visitor } = await addPerson('temporary')
  expect((await visitor.get('/requests')).body).not.toContain('href="/people"')
  const formToken = hiddenField((await visitor.get('/requests')).body, 'formToken')
  const answers = [await visitor.get('/people'), await visitor.get('/people/new'), await visitor.post('/people', { formToken, name: 'Sam Lee', phone: '(612) 555-0177', email: newAddress() })]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403])
  for (const { body } of answers) {
    expect(body).toContain('Your access is temporary')
    expect(body).not.toContain(customer.email)
  }
  expect(await requestsOf()).toEqual([])
})

test('R34 a temporary person reads among their requests until when', async () => {
  const { visitor } = await addPerson('temporary')
  expect((await visitor.get('/requests')).body).toContain('Temporary access until tomorrow')
  expect((await browser.get('/requests')).body).not.toContain('Temporary access')
})

test('R32 R38 the primary contact asks for an addition: one request with what the colleague can do, told until when', async () => {
  const email = newAddress()
  const page = (await browser.get('/people/new')).body
  expect(page).toContain('Access is typically set up today, until 17:00 CT.')
  expect(page).toContain('End users can be added too, but we advise against it')
  const fields = await filled({ email, abilities: 'serviceAccountLogin', remark: 'Stands in for Hugh.' })
  const done = await browser.post('/people', fields)
  expect(done.headers.location).toBe('/people?done=asked')
  const [request] = await requestsOf()
  expect(request).toMatchObject({ kind: 'addition', state: 'open', name: 'Sam Lee', email, requestedBy: { email: customer.email, contactId: customer.contactId } })
  expect(request?.text).toBe('Asked for in the portal by Pat Lind, the primary contact.\nSam Lee can log in to the server with a RightFax service account.\n\nStands in for Hugh.')
  expect(await backend.database.queries.select().from(changeLog).where(eq(changeLog.rowId, request?.id ?? ''))).toHaveLength(1)
  const list = (await browser.get('/people?done=asked')).body
  for (const words of ['We have your request for access', 'Sam Lee', email, 'With an engineer', 'Access is typically set up today, until 17:00 CT.', 'by Pat Lind']) expect(list).toContain(words)
  expect((await mailsTo(customer.email)).map(({ subject }) => subject)).toEqual(['Your request for access'])
})

test('R33 what an authorized person asks for is temporary, and they read who confirms it', async () => {
  const { visitor, id } = await addPerson('authorized')
  expect((await visitor.get('/people/new')).body).toContain('the access is temporary until it is confirmed by Pat Lind')
  expect((await visitor.post('/people', await filled({}, visitor))).statusCode).toBe(303)
  expect(await requestsOf()).toMatchObject([{ kind: 'temporary', requestedBy: { contactId: id } }])
})

test('P30 pressed twice at once, and once more later, it is one request and one mail', async () => {
  const fields = await filled()
  const send = async () => browser.post('/people', fields)
  const answers = [...(await Promise.all([send(), send()])), await send()]
  expect(answers.map(({ headers }) => headers.location)).toEqual(['/people?done=asked', '/people?done=asked', '/people?done=asked'])
  expect(await requestsOf()).toHaveLength(1)
  expect(await mailsTo(customer.email)).toHaveLength(1)
})

test('who has access already or was asked for already is named; who is of another account is not told apart', async () => {
  const { email: temporary } = await addPerson('temporary', { name: 'Tess Tran' })
  const other = await addPortalCustomer(backend.database, 'Contoso Freight')
  const waiting = newAddress()
  await addRequest({ email: waiting })
  const told = async (email: string) => browser.post('/people', await filled({ email, remark: 'Please' }))
  const known = await told(temporary.toUpperCase())
  expect(known.statusCode).toBe(409)
  expect(known.body).toContain('Tess Tran has access already. You can confirm it on the list of people.')
  expect(known.body).toContain('>Please</textarea>')
  expect((await told(waiting)).body).toContain('Access was asked for already for this address')
  expect((await told(other.email)).headers.location).toBe('/people?done=asked')
  expect((await browser.get('/people')).body).not.toContain('Contoso')
})

test('P39 missing and half facts are named at their fields, ticks and words stay, nothing is opened', async () => {
  const wrong = await browser.post('/people', await filled({ name: '', phone: '12', email: 'sam', abilities: 'rightFaxBasics', remark: 'Kept' }))
  expect(wrong.statusCode).toBe(400)
  for (const words of ['Please type the name', 'Please type the whole contact number', 'Please type the whole e-mail address', '>Kept</textarea>']) expect(wrong.body).toContain(words)
  expect(wrong.body).toMatch(/checked="" [^>]*value="rightFaxBasics"|value="rightFaxBasics" checked=""/)
  expect((await browser.post('/people', await filled({ abilities: 'flying' }))).statusCode).toBe(400)
  expect(await requestsOf()).toEqual([])
})

test('P44 looking changes nothing; the primary contact’s yes makes access last, with the decision kept', async () => {
  const { id, email, visitor } = await addPerson('temporary', { name: 'Tess Tran' })
  const requestId = await addRequest({ state: 'granted', contactId: id, email })
  expect((await browser.get(`/people/${id}/access?answer=confirm`)).body).toContain('Does Tess Tran work with RightFax for you?')
  expect(await rowOf(id)).toMatchObject({ access: 'temporary' })
  expect((await answer(id, 'confirm')).headers.location).toBe('/people?done=confirm')
  expect(await rowOf(id)).toMatchObject({ access: 'authorized', accessUntil: null })
  const [row] = await backend.database.queries.select().from(accessRequest).where(eq(accessRequest.id, requestId))
  expect(row).toMatchObject({ state: 'confirmed', decision: { by: { kind: 'customer', id: customer.contactId }, at: worldStart } })
  expect((await visitor.get('/people')).statusCode).toBe(200)
  expect((await answer(id, 'deny')).statusCode).toBe(409)
  expect(await rowOf(id)).toMatchObject({ access: 'authorized' })
})

test('P44 a denial ends access and sessions at once, tells the person, and stays on the list', async () => {
  const { id, email, visitor } = await addPerson('temporary', { name: 'Tess Tran' })
  await addRequest({ state: 'granted', contactId: id, email, name: 'Tess Tran' })
  expect((await visitor.get('/requests')).statusCode).toBe(200)
  expect((await answer(id, 'deny')).headers.location).toBe('/people?done=deny')
  expect((await visitor.get('/requests')).headers.location).toContain('/sign-in')
  expect((await backend.database.queries.select().from(portalSession).where(eq(portalSession.contactId, id))).map(({ endedAt }) => endedAt)).toEqual([worldStart])
  expect((await mailsTo(email)).at(-1)?.text).toContain('Your temporary access to the support portal has ended.')
  const list = (await browser.get('/people')).body
  expect(list).toContain('Denied by the primary contact.')
  expect(list).not.toContain('Confirm or deny')
  backend.setNow(addRealMinutes(worldStart, 31 * 24 * 60))
  await browser.signIn(customer.email)
  expect((await browser.get('/people')).body).not.toContain('Denied by the primary contact.')
})

test('P44 temporary access that was entered without a request is decided too, and the decision is kept', async () => {
  const { id } = await addPerson('temporary')
  await answer(id, 'confirm')
  expect(await rowOf(id)).toMatchObject({ access: 'authorized' })
  expect(await requestsOf()).toMatchObject([{ state: 'confirmed', contactId: id, decision: { by: { id: customer.contactId } } }])
})

test('P43 P44 nobody but the primary contact of the account decides; strangers and nobody get the same answer', async () => {
  const { id } = await addPerson('temporary')
  const authorized = await addPerson('authorized')
  const other = await addPortalCustomer(backend.database, 'Contoso Freight')
  const foreigner = openBrowser(backend.app)
  await foreigner.signIn(other.email)
  const decide = async (visitor: PortalBrowser, personId: string, formToken?: string, headers = {}) =>
    visitor.post(`/people/${personId}/access`, { formToken: formToken ?? hiddenField((await visitor.get('/requests')).body, 'formToken'), answer: 'confirm' }, headers)
  expect((await decide(authorized.visitor, id)).statusCode).toBe(403)
  const [foreign, nobody, nonsense] = [await decide(foreigner, id), await decide(foreigner, randomUUID()), await decide(foreigner, 'x')]
  expect([foreign.statusCode, nobody.statusCode, nonsense.statusCode]).toEqual([404, 404, 404])
  expect(foreign.body).toBe(nobody.body)
  expect((await decide(browser, id, 'forged')).statusCode).toBe(403)
  expect((await decide(browser, id, undefined, { origin: 'https://evil.example' })).statusCode).toBe(403)
  expect(await rowOf(id)).toMatchObject({ access: 'temporary' })
  const demoted = await browser.get(`/people/${id}/access`)
  await backend.database.write(async (tx) => tx.update(contact).set({ access: 'authorized' }).where(and(eq(contact.id, customer.contactId))))
  expect((await browser.post(`/people/${id}/access`, { formToken: hiddenField(demoted.body, 'formToken'), answer: 'confirm' })).statusCode).toBe(403)
  expect(await rowOf(id)).toMatchObject({ access: 'temporary' })
})

test('an expired session leads back to the list', async () => {
  backend.setNow(addRealMinutes(worldStart, 12 * 60))
  const away = await browser.get('/people/new')
  expect(away.headers.location).toContain('next=%2Fpeople%2Fnew')
  expect(hiddenField((await browser.get(String(away.headers.location))).body, 'next')).toBe('/people/new')
})
