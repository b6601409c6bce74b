import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { incomingMail, outgoingMail, ticket, timelineEvent } from '../../src/backend/db/schema'
import { deliverBySmtp } from '../../src/backend/mail/outgoing/deliverMail'
import { OutgoingMailSender } from '../../src/backend/mail/outgoing/OutgoingMailSender'
import { queueReply } from '../../src/backend/mail/outgoing/queueReply'
import { startSmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { addEngineer, addTicket, worldStart } from '../fixtures/backendWorld'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { sendRaw, supportAddress } from '../fixtures/smtpClient'

let backend: CustomerBackend
let customer: Awaited<ReturnType<typeof addPortalCustomer>>

beforeAll(async () => {
  backend = await openCustomerBackend()
})
afterAll(async () => backend.close())
beforeEach(async () => {
  backend.setNow(worldStart)
  await backend.database.write(async (tx) => tx.delete(outgoingMail))
  customer = await addPortalCustomer(backend.database)
})

/** An engineer's reply on a new ticket of the customer, queued as the reply command does. */
const replyOnTicket = async () => {
  const open = await addTicket(backend.database, { customerId: customer.customerId, contactId: customer.contactId })
  const engineer = await addEngineer(backend.database)
  const event = {
    id: randomUUID(),
    rev: 0,
    ticketId: open.id,
    at: worldStart,
    actor: { kind: 'engineer', id: engineer.id, name: engineer.name },
    body: { kind: 'message', direction: 'out', via: 'desk', text: 'Größe der Warteschlange?\nPlease restart DocTransport.' },
  } as const
  await backend.database.write(async (tx, touched) => {
    await tx.insert(timelineEvent).values(event)
    touched.put('timelineEvent', event.id)
    await queueReply(backend.context, tx, { ticket: open, event, engineer })
  })
  return { open, event }
}

const outcomesOf = async (ticketId: string) => {
  const events = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, ticketId))
  return events.flatMap(({ body }) => (body.kind === 'mail' ? [body] : []))
}

test('without a mail server a reply is kept as a readable mail, and the timeline says so', async () => {
  const { open } = await replyOnTicket()
  const sender = new OutgoingMailSender(backend.context)
  expect(await sender.runOnce(worldStart)).toBe(1)
  const [file] = readdirSync(join(backend.dataDir, 'outbox'))
  const mail = readFileSync(join(backend.dataDir, 'outbox', file ?? ''), 'utf8')
  expect(file).toMatch(/\.eml$/)
  expect(mail).toMatch(new RegExp(`^Subject: \\[#${open.number}\\] Inbound faxes stay in the queue`, 'm'))
  expect(mail).toContain(`To: ${customer.email}`)
  expect(mail).toContain('Please restart DocTransport.')
  expect(mail).not.toMatch(/^Auto-Submitted/m)
  expect(await outcomesOf(open.id)).toMatchObject([{ outcome: 'kept', to: customer.email, detail: expect.stringContaining('outbox/') as unknown }])
  expect(await sender.runOnce(worldStart)).toBe(0)
})

test('the customer’s answer to our mail joins the ticket it is about, and our next reply answers theirs', async () => {
  const { open } = await replyOnTicket()
  const [queued] = await backend.database.queries.select().from(outgoingMail)
  const intake = await startSmtpIntake(backend.context, 0)
  try {
    const answer = [`From: ${customer.email}`, 'Message-ID: <their-answer@customer.example>', `In-Reply-To: ${queued?.headers['Message-ID']}`, 'Subject: Re', '', 'Restarted.']
    await sendRaw(intake.port, Buffer.from(answer.join('\r\n')), { from: customer.email, to: queued?.headers['Reply-To'] ?? '' })
  } finally {
    await intake.close()
  }
  const [record] = await backend.database.queries.select().from(incomingMail).where(eq(incomingMail.from, customer.email))
  expect(record).toMatchObject({ outcome: 'reply', ticketId: open.id })
  const [answered] = await backend.database.queries.select().from(ticket).where(eq(ticket.id, open.id))
  expect(answered?.unansweredSince).toBe(worldStart)
  const engineer = await addEngineer(backend.database)
  const event = { id: randomUUID(), rev: 0, ticketId: open.id, at: worldStart, actor: { kind: 'engineer', id: engineer.id, name: engineer.name }, body: { kind: 'message', direction: 'out', via: 'desk', text: 'Good.' } } as const
  await backend.database.write(async (tx, touched) => {
    await tx.insert(timelineEvent).values(event)
    touched.put('timelineEvent', event.id)
    await queueReply(backend.context, tx, { ticket: open, event, engineer })
  })
  const mails = await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.eventId, event.id))
  expect(mails[0]?.headers['In-Reply-To']).toBe('<their-answer@customer.example>')
})

test('over SMTP a reply is sent once and the timeline says so', async () => {
  const receiver = await openCustomerBackend()
  const intake = await startSmtpIntake(receiver.context, 0)
  try {
    const { open } = await replyOnTicket()
    await backend.database.write(async (tx) => tx.update(outgoingMail).set({ to: supportAddress }))
    const sender = new OutgoingMailSender(backend.context, deliverBySmtp(`smtp://127.0.0.1:${intake.port}`))
    expect(await sender.runOnce(worldStart)).toBe(1)
    expect(await outcomesOf(open.id)).toMatchObject([{ outcome: 'sent', detail: expect.stringMatching(/^250/) as unknown }])
    const arrived = await receiver.database.queries.select().from(incomingMail)
    expect(arrived).toMatchObject([{ outcome: 'quarantined', reason: expect.stringContaining('our own') as unknown, subject: `[#${open.number}] Inbound faxes stay in the queue` }])
  } finally {
    await intake.close()
    await receiver.close()
  }
})

test('a server that is away is tried again later and later; after two days the timeline says that it failed', async () => {
  const { open } = await replyOnTicket()
  let tries = 0
  const sender = new OutgoingMailSender(backend.context, async () => {
    tries += 1
    throw new Error('connect ECONNREFUSED')
  })
  for (const minutes of [0, 0.5, 1, 1.5, 2, 4, 8, 16]) await sender.runOnce(addRealMinutes(worldStart, minutes))
  expect(tries).toBe(6)
  expect(await outcomesOf(open.id)).toEqual([])
  await sender.runOnce(addRealMinutes(worldStart, 2 * 24 * 60))
  expect(await outcomesOf(open.id)).toMatchObject([{ outcome: 'failed', detail: 'connect ECONNREFUSED' }])
})

test('a refusal for good is not tried again', async () => {
  const { open } = await replyOnTicket()
  const sender = new OutgoingMailSender(backend.context, async () => Promise.reject(Object.assign(new Error('550 no such user'), { responseCode: 550 })))
  await sender.runOnce(worldStart)
  expect(await outcomesOf(open.id)).toMatchObject([{ outcome: 'failed', detail: '550 no such user' }])
  expect(await sender.runOnce(addRealMinutes(worldStart, 60))).toBe(0)
})

test('two senders on one database send a mail once', async () => {
  await replyOnTicket()
  let sent = 0
  const deliver = async () => {
    sent += 1
    return { state: 'sent', detail: '250' } as const
  }
  const rounds = [new OutgoingMailSender(backend.context, deliver), new OutgoingMailSender(backend.context, deliver)].map(async (sender) => sender.runOnce(worldStart))
  await Promise.all(rounds)
  expect(sent).toBe(1)
})
