import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachment, timelineEvent } from '../../src/backend/db/schema'
import { createHttp } from '../../src/backend/http/createHttp'
import { registerRoutes } from '../../src/backend/http/registerRoutes'
import { createHintHub } from '../../src/backend/sync/hintHub'
import { addEngineer, addTicket, worldStart } from '../fixtures/backendWorld'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hiddenField, openBrowser } from '../fixtures/portalBrowser'

let backend: CustomerBackend
let app: FastifyInstance
let customer: Awaited<ReturnType<typeof addPortalCustomer>>

beforeAll(async () => {
  backend = await openCustomerBackend()
  app = await createHttp(backend.context)
  const hub = createHintHub(backend.context)
  app.addHook('onClose', async () => hub.destroy())
  registerRoutes(app, backend.context, hub)
  customer = await addPortalCustomer(backend.database)
})
afterAll(async () => {
  await app.close()
  await backend.close()
})

/** How long an answer takes is measured by `npm run soak -- timing`. */
type Answer = { readonly statusCode: number; readonly body: string; readonly headers: Readonly<Record<string, unknown>> }

/** An answer without what the asker typed and the tokens of the page. */
const plain = ({ statusCode, body, headers }: Answer, ...typed: readonly string[]): unknown => {
  const said = typed.reduce((text, word) => text.replaceAll(word, 'TYPED'), body).replaceAll(/name="(formToken|submissionId)" value="[^"]*"/g, 'TOKEN')
  const { date, 'set-cookie': cookies, 'content-length': length, 'x-ratelimit-remaining': left, 'x-ratelimit-reset': reset, ...rest } = headers
  return { statusCode, said, headers: rest, cookies: cookies !== undefined, dated: date !== undefined, limited: left !== undefined && reset !== undefined, length: Number(length) - Buffer.byteLength(body) }
}

const post = async (page: string, fields: Readonly<Record<string, string>>): Promise<Answer> => {
  const browser = openBrowser(app)
  return browser.post(page, { formToken: hiddenField((await browser.get(page)).body, 'formToken'), ...fields })
}

test.each([
  ['/sign-in', { password: 'not the one' }],
  ['/forgotten-password', {}],
  ['/ask-for-access', { name: 'Kim Hall', phone: '+1 612 555 0199', company: 'Northwind Clinics', primaryContact: '' }],
] as const)('P43 %s answers somebody we know and somebody we do not byte for byte alike', async (page, fields) => {
  const stranger = `${randomUUID()}@northwind.example`
  const known = plain(await post(page, { ...fields, email: customer.email }), customer.email)
  const unknown = plain(await post(page, { ...fields, email: stranger }), stranger)
  expect(unknown).toEqual(known)
})

test('P43 a desk’s sign-in answers a wrong password and an unknown person alike', async () => {
  const { email } = await addEngineer(backend.database)
  const signIn = async (as: string) => app.inject({ method: 'POST', url: '/api/session', payload: { email: as, password: 'not the one', device: { id: randomUUID(), name: 'a desk' } } })
  const known = plain(await signIn(email))
  expect(plain(await signIn('nobody@desk.example'))).toEqual(known)
})

const addFile = async (ticketId: string): Promise<string> => {
  const [eventId, id] = [randomUUID(), randomUUID()]
  await backend.database.write(async (tx, touched) => {
    await tx.insert(timelineEvent).values({ id: eventId, ticketId, at: worldStart, actor: { kind: 'customer', id: null, name: 'Lee Chan' }, body: { kind: 'message', direction: 'in', via: 'portal', text: 'secret' } })
    await tx.insert(attachment).values({ id, ticketId, eventId, name: 'secret.txt', mediaType: 'text/plain', size: 1, sha256: 'x', createdAt: worldStart })
    touched.put('timelineEvent', eventId)
    touched.put('attachment', id)
  })
  return id
}

test.each([
  ['GET', (number: number) => `/requests/${number}`],
  ['GET', (number: number) => `/requests/${number}/confirmation`],
  ['GET', (number: number) => `/requests/${number}/raise`],
  ['GET', (number: number) => `/requests/${number}/raised`],
  ['POST', (number: number) => `/requests/${number}/raise`],
  ['POST', (number: number) => `/requests/${number}/replies`],
  ['GET', (number: number, file: string) => `/requests/${number}/files/${file}`],
  ['GET', (number: number) => `/requests/${number}?added=reply`],
  ['GET', (_number: number, _file: string, person: string) => `/people/${person}/access`],
  ['POST', (_number: number, _file: string, person: string) => `/people/${person}/access`],
] as const)('P43 probe %s %s: a neighbour’s row and no row are answered byte for byte alike', async (method, address) => {
  const neighbour = await addPortalCustomer(backend.database, 'Contoso Freight')
  const theirs = await addTicket(backend.database, { customerId: neighbour.customerId, contactId: neighbour.contactId })
  const file = await addFile(theirs.id)
  const browser = openBrowser(app)
  await browser.signIn(customer.email)
  const formToken = hiddenField((await browser.get('/requests/new')).body, 'formToken')
  const probe = async (number: number, fileId: string, person: string): Promise<unknown> => {
    const url = address(number, fileId, person)
    const answer = method === 'GET' ? await browser.get(url) : url.endsWith('/replies') ? await browser.postFiles(url, { formToken, text: 'x' }) : await browser.post(url, { formToken, text: 'x', answer: 'confirm' })
    return plain(answer, String(number), fileId, person)
  }
  const neighbours = await probe(theirs.number, file, neighbour.contactId)
  expect(neighbours).toEqual(await probe(99_999, randomUUID(), randomUUID()))
  expect(neighbours).toMatchObject({ statusCode: 404 })
})
