import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { and, eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachment, incomingMail, outgoingMail, page, ticket, timelineEvent } from '../../src/backend/db/schema'
import { createHttp } from '../../src/backend/http/createHttp'
import { registerRoutes } from '../../src/backend/http/registerRoutes'
import { releaseHeldMail } from '../../src/backend/mail/held/releaseHeldMail'
import { acceptMail } from '../../src/backend/mail/incoming/acceptMail'
import { replyKey } from '../../src/backend/mail/outgoing/replyKey'
import { newReplyToken } from '../../src/backend/mail/outgoing/replyToken'
import { MailReader } from '../../src/backend/mail/parse/MailReader'
import { createHintHub } from '../../src/backend/sync/hintHub'
import type { EngineerRole } from '../../src/domain/access/engineer'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { heldMailListShape, heldMailOutcomeShape } from '../../src/protocol/intake/heldMail'
import { problemShape } from '../../src/protocol/problem'
import type { SessionGrant } from '../../src/protocol/session/session'
import { addEngineer, addTicket, engineerPassword, worldStart } from '../fixtures/backendWorld'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { letterFrom } from '../fixtures/letterFrom'
import { supportAddress } from '../fixtures/smtpClient'

let backend: CustomerBackend
let app: FastifyInstance
let reader: MailReader
let customer: Awaited<ReturnType<typeof addPortalCustomer>>
let token: string

beforeAll(async () => {
  backend = await openCustomerBackend()
  app = await createHttp(backend.context)
  const hub = createHintHub(backend.context)
  app.addHook('onClose', async () => hub.destroy())
  registerRoutes(app, backend.context, hub)
  reader = new MailReader()
  token = await signIn('helpdesk')
})
afterAll(async () => {
  await reader.close()
  await app.close()
  await backend.close()
})
beforeEach(async () => {
  backend.setNow(worldStart)
  customer = await addPortalCustomer(backend.database)
})

const signIn = async (role: EngineerRole): Promise<string> => {
  const { email } = await addEngineer(backend.database, { role })
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { email, password: engineerPassword, device: { id: randomUUID(), name: 'test desk' } } })
  return answer.json<SessionGrant>().accessToken
}
const ask = async (method: 'GET' | 'POST', path: string, body?: object, as = token) =>
  app.inject({ method, url: `/api/held-mail${path}`, headers: { authorization: `Bearer ${as}` }, ...(body === undefined ? {} : { payload: body }) })
const release = async (id: string, as: 'ticket' | 'answer') => heldMailOutcomeShape.parse((await ask('POST', `/${id}/release`, { as })).json())
const discard = async (id: string, reason: string) => ask('POST', `/${id}/discard`, { reason })
const listed = async () => heldMailListShape.parse((await ask('GET', '')).json())

/** Lets a mail arrive that becomes no ticket, and answers how it is listed. */
const hold = async (headers: Readonly<Record<string, string>>, { from = customer.email, text = 'I am away until Monday.' } = {}) => {
  const raw = letterFrom(from, { 'Auto-Submitted': 'auto-replied', ...headers }, text)
  const envelope = { from, to: [supportAddress] }
  expect(await acceptMail(backend.context, { raw, reading: await reader.read(raw), envelope, receivedAt: backend.context.now() })).toBe('quarantined')
  const [row] = await backend.database.queries.select().from(incomingMail).where(and(eq(incomingMail.from, from), eq(incomingMail.outcome, 'quarantined')))
  const id = row?.id ?? ''
  const mail = (await listed()).mails.find((one) => one.id === id)
  if (!mail) throw new Error('the held mail is not listed')
  return mail
}
const ticketById = async (id: string | undefined) => (await backend.database.queries.select().from(ticket).where(eq(ticket.id, id ?? '')))[0]
const eventsOf = async (ticketId: string) => backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, ticketId))

test('P36 a mail that became no ticket is listed with who, why and its beginning as plain text', async () => {
  const held = await hold({ Subject: 'Out of office', 'Content-Type': 'text/html' }, { text: '<b>Away</b><script>alert(1)</script>' })
  expect(held).toMatchObject({ from: customer.email, subject: 'Out of office', receivedAt: worldStart, reason: 'a machine answered a mail of ours', answers: null })
  expect(held.preview).toBe('Away')
  expect((await listed()).waiting).toBeGreaterThan(0)
})

test('R12 R14 a released mail is a Medium ticket of its account, received when the mail was, and pages nobody', async () => {
  const held = await hold({ Subject: 'URGENT production down' })
  backend.setNow(addRealMinutes(worldStart, 10))
  const done = await release(held.id, 'ticket')
  expect(done.outcome).toBe('released')
  const opened = await ticketById(done.ticket?.id)
  expect(opened).toMatchObject({ customerId: customer.customerId, contactId: customer.contactId, channel: 'email', customerPriority: 'medium', heldReason: null, receivedAt: worldStart })
  expect(await backend.database.queries.select().from(page).where(eq(page.ticketId, opened?.id ?? ''))).toEqual([])
  expect((await eventsOf(opened?.id ?? '')).map(({ body }) => body)).toContainEqual({ kind: 'note', text: 'Released from held mail. It was held because a machine answered a mail of ours.' })
  expect((await listed()).mails.map(({ id }) => id)).not.toContain(held.id)
})

test('R31 a released mail of a stranger is held and unidentified', async () => {
  const held = await hold({ Subject: 'I am new' }, { from: `${randomUUID()}@elsewhere.example` })
  expect(await ticketById((await release(held.id, 'ticket')).ticket?.id)).toMatchObject({ customerId: null, contactId: null, heldReason: 'requesterNotAuthorized' })
})

test('P37 a released mail is answered by no machine', async () => {
  const held = await hold({ Subject: 'Away' })
  await release(held.id, 'ticket')
  expect(await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, customer.email))).toEqual([])
})

test('P38 a held mail with our token joins the ticket it answers when released so', async () => {
  const open = await addTicket(backend.database, { customerId: customer.customerId, contactId: customer.contactId })
  const held = await hold({ Subject: 'Away', 'In-Reply-To': `<${newReplyToken(replyKey(backend.dataDir), open.number)}@x>` })
  expect(held.answers).toEqual({ id: open.id, number: open.number })
  expect(await release(held.id, 'answer')).toMatchObject({ outcome: 'released', ticket: { id: open.id }, sentence: `Added to ticket #${open.number}.` })
  expect((await eventsOf(open.id)).map(({ body }) => body)).toContainEqual({ kind: 'message', direction: 'in', via: 'email', text: 'I am away until Monday.' })
})

test('P38 a stranger’s held mail joins no ticket, whatever token it carries', async () => {
  const open = await addTicket(backend.database, { customerId: customer.customerId, contactId: customer.contactId })
  const held = await hold({ Subject: 'Re', 'In-Reply-To': `<${newReplyToken(replyKey(backend.dataDir), open.number)}@x>` }, { from: `${randomUUID()}@evil.example` })
  expect(held.answers).toBeNull()
  const refused = await ask('POST', `/${held.id}/release`, { as: 'answer' })
  expect(refused.statusCode).toBe(400)
  expect(problemShape.parse(refused.json()).error.message).toContain('release it as a ticket of its own')
  expect(await eventsOf(open.id)).toEqual([])
  expect((await listed()).mails.map(({ id }) => id)).toContain(held.id)
})

test('P36 a mail that cannot be read is released as a ticket with the mail attached as it came', async () => {
  const from = `${randomUUID()}@elsewhere.example`
  const raw = letterFrom(from, { Subject: 'x' })
  const unread = { ok: false, reason: 'reading it took longer than 15 s' } as const
  await acceptMail(backend.context, { raw, reading: unread, envelope: { from, to: [] }, receivedAt: worldStart })
  const held = (await listed()).mails.find((mail) => mail.from === from)
  expect(held).toMatchObject({ reason: unread.reason, preview: '', subject: '' })
  const engineer = await addEngineer(backend.database)
  const done = await releaseHeldMail(backend.context, { read: async () => unread }, engineer, held?.id ?? '', { as: 'ticket' })
  const ticketId = done !== null && done !== 'answersNothing' ? (done.ticket?.id ?? '') : ''
  const [file] = await backend.database.queries.select().from(attachment).where(eq(attachment.ticketId, ticketId))
  expect((await buffer(await backend.context.files.open(file?.id ?? ''))).equals(raw)).toBe(true)
})

test('P36 a held mail is dealt with once, also by two engineers at the same time', async () => {
  const held = await hold({ Subject: 'Away' })
  const both = await Promise.all([release(held.id, 'ticket'), release(held.id, 'ticket')])
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['before', 'released'])
  expect(await backend.database.queries.select().from(ticket).where(eq(ticket.customerId, customer.customerId))).toHaveLength(1)
  const late = await discard(held.id, 'Spam')
  expect(late.json()).toMatchObject({ outcome: 'before', sentence: expect.stringMatching(/^Dana Reyes has released this mail already: ticket #\d+\.$/) as unknown })
})

test('P36 a discarded mail keeps its bytes and the reason, and is released no more', async () => {
  const held = await hold({ Subject: 'Win a yacht' })
  expect((await discard(held.id, '  ')).statusCode).toBe(400)
  expect((await discard(held.id, 'Advertising')).json()).toMatchObject({ outcome: 'discarded' })
  const [row] = await backend.database.queries.select().from(incomingMail).where(eq(incomingMail.id, held.id))
  expect(row).toMatchObject({ settledAs: 'discarded', settledReason: 'Advertising', settledAt: worldStart })
  expect((await buffer(await backend.context.files.open(row?.rawName ?? ''))).toString()).toContain('Win a yacht')
  expect(await release(held.id, 'ticket')).toMatchObject({ outcome: 'before', ticket: null, sentence: 'Dana Reyes has discarded this mail already: Advertising' })
})

test('R1 R6 only who may read held mail reads it, and nobody without a session', async () => {
  const held = await hold({ Subject: 'Away' })
  const projects = await signIn('projectManager')
  for (const answer of [await ask('GET', '', undefined, projects), await ask('POST', `/${held.id}/release`, { as: 'ticket' }, projects), await ask('POST', `/${held.id}/discard`, { reason: 'x' }, projects)]) {
    expect(answer.statusCode).toBe(403)
    expect(problemShape.parse(answer.json()).error.message).toContain('Please ask: ')
  }
  expect((await app.inject({ method: 'GET', url: '/api/held-mail' })).statusCode).toBe(401)
  expect((await ask('POST', `/${randomUUID()}/release`, { as: 'ticket' })).statusCode).toBe(404)
})
