import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachment, incomingMail, outgoingMail, page, ticket, timelineEvent } from '../../src/backend/db/schema'
import { replyKey } from '../../src/backend/mail/outgoing/replyKey'
import { newReplyToken } from '../../src/backend/mail/outgoing/replyToken'
import { startSmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import type { SmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import { addRealMinutes, toInstant } from '../../src/domain/calendar/time'
import { addTicket, worldStart } from '../fixtures/backendWorld'
import { addContact, addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { mailFixture, sendRaw, supportAddress } from '../fixtures/smtpClient'

let backend: CustomerBackend
let intake: SmtpIntake
let customer: Awaited<ReturnType<typeof addPortalCustomer>>

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
})

/** Message-IDs of the fixtures are made the test's own: a mail that came before would be known. */
const fixture = (name: string, sender = customer.email): Buffer =>
  Buffer.from(mailFixture(name, sender).toString('latin1').replace(/^Message-ID: <.*?@/m, `Message-ID: <${randomUUID()}@`), 'latin1')

const send = async (raw: Buffer, envelope: { from?: string; to?: string } = {}): Promise<string> =>
  sendRaw(intake.port, raw, { from: customer.email, to: supportAddress, ...envelope })

const letter = (headers: Readonly<Record<string, string>>, text = 'Hello'): Buffer =>
  Buffer.from([...Object.entries({ From: customer.email, 'Message-ID': `<${randomUUID()}@customer.example>`, ...headers }).map(([name, value]) => `${name}: ${value}`), '', text].join('\r\n'))

const lastRecord = async () => {
  const [record] = await backend.database.queries.select().from(incomingMail).orderBy(desc(incomingMail.receivedAt), desc(incomingMail.id)).limit(1)
  return record
}
const recordsOf = async (from: string) => backend.database.queries.select().from(incomingMail).where(eq(incomingMail.from, from))
const ticketsFrom = async (customerId: string) => backend.database.queries.select().from(ticket).where(eq(ticket.customerId, customerId))
const answersTo = async (to: string) => backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, to))

test('R12 a mail of a known contact becomes a Medium ticket of the account, committed before it is accepted', async () => {
  expect(await send(letter({ Subject: 'Cover page' }))).toMatch(/^250/)
  expect(await ticketsFrom(customer.customerId)).toMatchObject([
    { channel: 'email', brief: 'Cover page', customerPriority: 'medium', siteId: customer.siteId, contactId: customer.contactId, heldReason: null, receivedAt: worldStart },
  ])
  expect(await answersTo(customer.email)).toMatchObject([{ headers: { 'Auto-Submitted': 'auto-replied', 'In-Reply-To': expect.stringContaining('@customer.example') as unknown } }])
})

test('a charset of 1987 is read, its name too', async () => {
  await send(fixture('odd-charset'))
  const [opened] = await ticketsFrom(customer.customerId)
  expect(opened?.brief).toBe('Příchozí faxy váznou')
  const [event] = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, opened?.id ?? ''))
  expect(event?.body).toMatchObject({ text: 'Příchozí faxy váznou ve frontě.' })
})

test('an attachment comes as a file with a harmless name and its real type, HTML as text', async () => {
  await send(fixture('attachment'))
  const [opened] = await ticketsFrom(customer.customerId)
  const [file] = await backend.database.queries.select().from(attachment).where(eq(attachment.ticketId, opened?.id ?? ''))
  expect(file).toMatchObject({ mediaType: 'image/png' })
  expect(file?.name).toMatch(/^cover.*\.bat$/)
  expect(file?.name).not.toMatch(/[\u202a-\u202e\\/]/)
  expect((await buffer(await backend.context.files.open(file?.id ?? ''))).subarray(1, 4).toString()).toBe('PNG')
  const events = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, opened?.id ?? ''))
  expect(JSON.stringify(events)).toContain('Please see the picture.')
  expect(JSON.stringify(events)).not.toContain('alert(1)')
})

test.each(['broken-mime', 'no-headers'])('P36 %s is answered 250 and is a ticket or a kept record', async (name) => {
  expect(await send(fixture(name))).toMatch(/^250/)
  const record = await lastRecord()
  expect(['ticket', 'quarantined']).toContain(record?.outcome)
  expect(record?.outcome === 'ticket' ? record.ticketId : record?.rawName).not.toBeNull()
})

test('R31 a known but not authorized person’s ticket is held with the reason; a stranger’s is held and unidentified', async () => {
  const email = `${randomUUID()}@northwind.example`
  await addContact(backend.database, { id: randomUUID(), customerId: customer.customerId, email, access: 'none', name: 'Kim Hall' })
  await send(letter({ From: email, Subject: 'Please help' }), { from: email })
  const [held] = await ticketsFrom(customer.customerId)
  expect(held).toMatchObject({ heldReason: 'requesterNotAuthorized', customerId: customer.customerId })
  const events = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, held?.id ?? ''))
  expect(events.map(({ body }) => body)).toContainEqual({ kind: 'held', reason: expect.stringContaining('Kim Hall') as unknown })

  const stranger = `${randomUUID()}@elsewhere.example`
  await send(letter({ From: stranger, Subject: 'I am new' }), { from: stranger })
  const [record] = await recordsOf(stranger)
  const [unidentified] = await backend.database.queries.select().from(ticket).where(eq(ticket.id, record?.ticketId ?? ''))
  expect(unidentified).toMatchObject({ customerId: null, contactId: null, heldReason: 'requesterNotAuthorized', requester: { email: stranger } })
})

test('R13 R14 a mail that cries Urgent at night stays Medium, pages nobody, and is answered with the portal hint', async () => {
  backend.setNow(toInstant(Date.UTC(2026, 10, 25, 4, 0)))
  await send(fixture('urgent'))
  const [opened] = await ticketsFrom(customer.customerId)
  expect(opened).toMatchObject({ customerPriority: 'medium', productionDown: false })
  expect(await backend.database.queries.select().from(page).where(eq(page.ticketId, opened?.id ?? ''))).toEqual([])
  const [answer] = await answersTo(customer.email)
  expect(answer?.text).toContain('e-mail cannot carry a priority')
  expect(answer?.text).toContain('/requests/new, or call the hotline number you were given')
})

test('a reply with our token from the account joins its ticket, by Message-ID or by address', async () => {
  const open = await addTicket(backend.database, { customerId: customer.customerId, contactId: customer.contactId, state: 'waiting' })
  const key = replyKey(backend.dataDir)
  await send(letter({ Subject: 'Re: something else', 'In-Reply-To': `<${newReplyToken(key, open.number)}@x>` }, 'First'))
  await send(letter({ Subject: 'Re' }, 'Second'), { to: supportAddress.replace('@', `+${newReplyToken(key, open.number)}@`) })
  expect(await ticketsFrom(customer.customerId)).toHaveLength(1)
  const events = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, open.id))
  expect(events.flatMap(({ body }) => (body.kind === 'message' ? [body.text] : [])).toSorted()).toEqual(['First', 'Second'])
  const [after] = await ticketsFrom(customer.customerId)
  expect(after).toMatchObject({ state: 'open', unansweredSince: worldStart })
})

test('P38 forged references, guessed numbers and a stranger with a genuine token gain nothing', async () => {
  const victim = await addTicket(backend.database, { customerId: customer.customerId, contactId: customer.contactId })
  const other = await addPortalCustomer(backend.database, 'Contoso Freight')
  const genuine = newReplyToken(replyKey(backend.dataDir), victim.number)
  const forged = genuine.slice(0, -4) + 'beef'
  const attacks = [
    letter({ Subject: `Re: [#${victim.number}] x`, References: `<${victim.number}@thefaxguys.example>` }),
    letter({ Subject: `Re: [#${victim.number}] x`, 'In-Reply-To': `<${forged}@thefaxguys.example>` }),
    letter({ Subject: 'Re', From: other.email, 'In-Reply-To': `<${genuine}@thefaxguys.example>` }),
    letter({ Subject: 'Re', From: 'mallory@evil.example', 'Reply-To': customer.email, 'In-Reply-To': `<${genuine}@thefaxguys.example>` }),
  ]
  for (const attack of attacks) expect(await send(attack, { from: 'mallory@evil.example' })).toMatch(/^250/)
  const events = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, victim.id))
  expect(events).toEqual([])
  const control = letter({ Subject: 'Re', 'In-Reply-To': `<${genuine}@thefaxguys.example>` })
  await send(control)
  expect(await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, victim.id))).toHaveLength(1)
})

test('a mail delivered twice, also at the same time, opens one ticket', async () => {
  const raw = letter({ Subject: 'Once' })
  const said = await Promise.all([send(raw), send(raw)])
  expect(said.every((line) => line.startsWith('250'))).toBe(true)
  expect(await ticketsFrom(customer.customerId)).toHaveLength(1)
  expect(await send(raw)).toContain('had arrived before')
})

test('P36 two different mails with one Message-ID are both kept', async () => {
  const headers = { Subject: 'Same id', 'Message-ID': `<${randomUUID()}@careless.example>` }
  await send(letter(headers, 'First'))
  await send(letter(headers, 'Second'))
  expect(await ticketsFrom(customer.customerId)).toHaveLength(2)
})

test.each(['auto-reply', 'bounce', 'loop'])('RFC 3834 %s is kept, opens nothing and is not answered', async (name) => {
  const raw = fixture(name)
  await send(raw)
  expect(await ticketsFrom(customer.customerId)).toEqual([])
  expect(await answersTo(customer.email)).toEqual([])
  const records = await backend.database.queries.select().from(incomingMail).where(eq(incomingMail.outcome, 'quarantined')).orderBy(desc(incomingMail.receivedAt))
  const kept = await Promise.all(records.map(async ({ rawName }) => (await buffer(await backend.context.files.open(rawName ?? ''))).toString('latin1')))
  expect(kept.some((text) => text.includes(/<[^>]+@/.exec(raw.toString('latin1').split('Message-ID: ')[1] ?? '')?.[0] ?? 'nothing'))).toBe(true)
})

test('an alarm of a machine is a ticket without an automatic answer', async () => {
  await send(fixture('alarm'))
  expect(await ticketsFrom(customer.customerId)).toMatchObject([{ brief: 'Disk of RF-PROD-01 is 92% full' }])
  expect(await answersTo(customer.email)).toEqual([])
})

test('one sender gets one automatic answer an hour', async () => {
  await send(letter({ Subject: 'One' }))
  backend.setNow(addRealMinutes(worldStart, 59))
  await send(letter({ Subject: 'Two' }))
  expect(await answersTo(customer.email)).toHaveLength(1)
  backend.setNow(addRealMinutes(worldStart, 60))
  await send(letter({ Subject: 'Three' }))
  expect(await answersTo(customer.email)).toHaveLength(2)
  expect(await ticketsFrom(customer.customerId)).toHaveLength(3)
})

test('another mailbox is refused with where to write instead', async () => {
  await expect(send(letter({ Subject: 'x' }), { to: 'president@thefaxguys.example' })).rejects.toThrow(/550 .*Support requests go to support@thefaxguys\.example/)
})

test('a mail over the announced size is refused and nothing is kept', async () => {
  const huge = Buffer.concat([letter({ Subject: 'Huge' }), Buffer.alloc(36 * 1024 * 1024, 'x\r\n')])
  await expect(send(huge)).rejects.toThrow(/552/)
  expect(await recordsOf(customer.email)).toEqual([])
})

test('P36 when storing fails the sender is told to try again, and the same mail is taken later', async () => {
  const raw = letter({ Subject: 'Later' })
  const failing = await startSmtpIntake({ ...backend.context, database: { ...backend.database, write: async () => Promise.reject(new Error('disk full')) } }, 0)
  try {
    await expect(sendRaw(failing.port, raw, { from: customer.email, to: supportAddress })).rejects.toThrow(/451/)
  } finally {
    await failing.close()
  }
  expect(await ticketsFrom(customer.customerId)).toEqual([])
  expect(await send(raw)).toMatch(/^250/)
  expect(await ticketsFrom(customer.customerId)).toHaveLength(1)
})

test('R50 R67 a reply on a ticket that was merged goes to the one that carries on for it, and opens nothing again', async () => {
  const survivor = await addTicket(backend.database, { customerId: customer.customerId, contactId: customer.contactId, state: 'waiting' })
  const merged = await addTicket(backend.database, {
    customerId: customer.customerId, contactId: customer.contactId, state: 'closed', facts: [{ kind: 'mergedInto', at: worldStart, ticketId: survivor.id }],
  })
  await send(letter({ Subject: 'Re', 'In-Reply-To': `<${newReplyToken(replyKey(backend.dataDir), merged.number)}@x>` }, 'It is still so'))
  const stateOf = async (id: string) => (await backend.database.queries.select().from(ticket).where(eq(ticket.id, id)))[0]
  expect(await stateOf(survivor.id)).toMatchObject({ state: 'open', unansweredSince: worldStart })
  expect(await stateOf(merged.id)).toMatchObject({ state: 'closed', unansweredSince: null })
  const texts = async (id: string) => (await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, id))).flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []))
  expect([await texts(survivor.id), await texts(merged.id)]).toEqual([['It is still so'], []])
})
