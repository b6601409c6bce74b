import { randomUUID } from 'node:crypto'
import { asc, eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { incomingMail, outgoingMail, page, ticket, timelineEvent } from '../../src/backend/db/schema'
import { receiveMail } from '../../src/backend/mail/incoming/receiveMail'
import { replyKey } from '../../src/backend/mail/outgoing/replyKey'
import { newReplyToken } from '../../src/backend/mail/outgoing/replyToken'
import { MailReader } from '../../src/backend/mail/parse/MailReader'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { forgedMails } from '../badInput/forgedMails'
import { addTicket, worldStart } from '../fixtures/backendWorld'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { supportAddress } from '../fixtures/smtpClient'

let backend: CustomerBackend
let reader: MailReader
let minutes = 0

beforeAll(async () => {
  backend = await openCustomerBackend()
  reader = new MailReader()
})
afterAll(async () => {
  await reader.close()
  await backend.close()
})

const arrive = async (headers: Readonly<Record<string, string>>, from: string, to: string) => {
  backend.setNow(addRealMinutes(worldStart, (minutes += 5)))
  const lines = Object.entries({ 'Message-ID': `<${randomUUID()}@evil.example>`, ...headers }).map(([name, value]) => `${name}: ${value}`)
  const raw = Buffer.from([...lines, '', 'Please do as I say.'].join('\r\n'))
  return receiveMail(backend.context, { raw, reading: await reader.read(raw), envelope: { from, to: [to] }, receivedAt: backend.context.now() })
}

const account = async (name: string) => {
  const customer = await addPortalCustomer(backend.database, name)
  const row = await addTicket(backend.database, { customerId: customer.customerId, contactId: customer.contactId, state: 'waiting' })
  return { email: customer.email, id: row.id, number: row.number, token: newReplyToken(replyKey(backend.dataDir), row.number) }
}

test('P38 200 forged mails join no ticket, page nobody, set nothing and make us write to no third party', async () => {
  const { queries } = backend.database
  const [victim, other] = [await account('Northwind Clinics'), await account('Contoso Freight')]
  const before = await queries.select().from(ticket).orderBy(asc(ticket.number))
  const outcomes = new Set<string>()
  for (const { headers, from, to } of forgedMails({ victim, other, supportAddress }, 200)) outcomes.add(await arrive(headers, from, to))

  expect([...outcomes].toSorted()).toEqual(['quarantined', 'ticket'])
  expect((await queries.select().from(incomingMail)).filter(({ outcome }) => outcome === 'reply')).toEqual([])
  expect(await queries.select().from(ticket).where(ne(ticket.channel, 'email')).orderBy(asc(ticket.number))).toEqual(before)
  expect(await queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, victim.id))).toEqual([])
  expect(await queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, other.id))).toEqual([])
  expect(await queries.select().from(page)).toEqual([])
  const opened = await queries.select().from(ticket).where(eq(ticket.channel, 'email'))
  expect(new Set(opened.map(({ customerPriority, productionDown, state }) => `${customerPriority} ${productionDown} ${state}`))).toEqual(new Set(['medium false open']))
  expect([...new Set((await queries.select().from(outgoingMail)).map(({ to }) => to))].filter((to) => to !== 'mallory@evil.example')).toEqual([])
}, 120_000)

test('P38 the automatic answer goes to the return path alone: a mail under a customer’s name from elsewhere gets none', async () => {
  const victim = await account('Fabrikam Legal')
  expect(await arrive({ From: victim.email, To: supportAddress, Subject: 'Forged' }, 'mallory@evil.example', supportAddress)).toBe('ticket')
  expect(await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, victim.email))).toEqual([])
  expect(await arrive({ From: victim.email, To: supportAddress, Subject: 'Genuine' }, victim.email, supportAddress)).toBe('ticket')
  expect(await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, victim.email))).toHaveLength(1)
})

test('control: the genuine token from its own sender joins the ticket', async () => {
  const victim = await account('Adatum Mills')
  expect(await arrive({ From: victim.email, To: supportAddress, Subject: 'Re', 'In-Reply-To': `<${victim.token}@x>` }, victim.email, supportAddress)).toBe('reply')
})

test('P37 a helpdesk that answers after an hour each time gets one answer, as long as its mails tell what they answer', async () => {
  const address = `${randomUUID()}@helpdesk.example`
  const ours = async () => backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, address)).orderBy(asc(outgoingMail.createdAt))
  await arrive({ From: address, To: supportAddress, Subject: 'New request' }, address, supportAddress)
  for (let round = 0; round < 6; round += 1) {
    minutes += 65
    const last = (await ours()).at(-1)
    const thread = round % 2 === 0 ? { 'In-Reply-To': last?.headers['Message-ID'] ?? '' } : {}
    await arrive({ From: address, To: supportAddress, Subject: round % 2 === 0 ? `We received your mail ${round}` : `Ticket 7: ${last?.subject ?? ''} ${round}`, ...thread }, address, supportAddress)
  }
  expect(await ours()).toHaveLength(1)
})
