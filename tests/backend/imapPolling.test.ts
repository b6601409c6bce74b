import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accessRequest, incomingMail, outgoingMail, page, ticket } from '../../src/backend/db/schema'
import { takenFolder } from '../../src/backend/mail/imap/emptyMailbox'
import { ImapPoller } from '../../src/backend/mail/imap/ImapPoller'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { defaultPolicyValues } from '../../src/domain/policy/defaultPolicy'
import { worldStart } from '../fixtures/backendWorld'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hasImapServer, prepareImapServer } from '../fixtures/imapServer'
import type { ImapServer } from '../fixtures/imapServer'
import { letterFrom } from '../fixtures/letterFrom'

// A machine without Dovecot, or where it may not be started, skips these and says so.
describe.skipIf(!hasImapServer())('polling a mailbox of a real IMAP server', () => {
  let backend: CustomerBackend
  let server: ImapServer
  let poller: ImapPoller
  let customer: Awaited<ReturnType<typeof addPortalCustomer>>

  beforeAll(async () => {
    backend = await openCustomerBackend()
    server = await prepareImapServer()
    await server.start()
  })
  afterEach(async () => poller.destroy())
  afterAll(async () => {
    await server.stop()
    server.remove()
    await backend.close()
  })
  beforeEach(async () => {
    backend.setNow(worldStart)
    customer = await addPortalCustomer(backend.database)
    poller = new ImapPoller(backend.context, server.url)
  })

  const ticketsOf = async () => backend.database.queries.select().from(ticket).where(eq(ticket.customerId, customer.customerId))
  const uidsIn = async (folder: string): Promise<readonly number[]> =>
    server.asPerson(async (client) => {
      await client.mailboxOpen(folder)
      const found = await client.search({ all: true }, { uid: true })
      return found === false || found === undefined ? [] : found
    })

  test('R12 R14 a mail in the mailbox becomes a Medium ticket received when the mail server took it, and is moved away', async () => {
    const taken = addRealMinutes(worldStart, -20)
    await server.deliver(letterFrom(customer.email, { Subject: 'URGENT: everything is down' }), new Date(taken))
    expect(await poller.once()).toBe(1)
    const [opened] = await ticketsOf()
    expect(opened).toMatchObject({ channel: 'email', customerPriority: 'medium', receivedAt: taken })
    expect(await backend.database.queries.select().from(page).where(eq(page.ticketId, opened?.id ?? ''))).toEqual([])
    expect(await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, customer.email))).toHaveLength(1)
    expect(await uidsIn('INBOX')).toEqual([])
    expect((await uidsIn(takenFolder)).length).toBeGreaterThan(0)
    expect(poller.health()).toEqual({ state: 'ok', since: worldStart, detail: '', reason: '' })
    expect(await poller.once()).toBe(0)
  })

  test('P36 a mail that cannot be stored stays in the mailbox, and is taken by a later round', async () => {
    await server.deliver(letterFrom(customer.email, { Subject: 'Later' }))
    const failing = new ImapPoller({ ...backend.context, database: { ...backend.database, write: async () => Promise.reject(new Error('disk full')) } }, server.url)
    expect(await failing.once()).toBeNull()
    await failing.destroy()
    expect(failing.health()).toMatchObject({ state: 'away', detail: expect.stringContaining('disk full') as unknown })
    expect(await uidsIn('INBOX')).toHaveLength(1)
    expect(await ticketsOf()).toEqual([])
    expect(await poller.once()).toBe(1)
    expect(await ticketsOf()).toHaveLength(1)
  })

  test('P36 a mail that was stored but not moved is taken once, with and without a Message-ID', async () => {
    const bare = Buffer.from(`From: ${customer.email}\r\nSubject: No id\r\n\r\nHello`)
    await server.deliver(letterFrom(customer.email, { Subject: 'With id' }))
    await server.deliver(bare)
    let commits = 0
    // Ends the round right after the second commit, as a killed backend would.
    const killed = new ImapPoller(
      {
        ...backend.context,
        mail: {
          wake: () => {
            commits += 1
            throw new Error('killed')
          },
        },
      },
      server.url,
    )
    expect(await killed.once()).toBeNull()
    expect(commits).toBe(1)
    expect(await uidsIn('INBOX')).toHaveLength(2)
    expect(await poller.once()).toBe(2)
    expect(await ticketsOf()).toHaveLength(2)

    await server.deliver(bare)
    expect(await killed.once()).toBeNull()
    expect(await poller.once()).toBe(1)
    await killed.destroy()
    expect(await ticketsOf()).toHaveLength(3)
  })

  test('R24 a mail to the access address in the polled mailbox is a request for access and no ticket', async () => {
    await server.deliver(letterFrom(customer.email, { To: defaultPolicyValues.accessAddress, Subject: 'Please add Kim' }, 'Kim Hall, +1 612 555 0199, kim@northwind.example'))
    expect(await poller.once()).toBe(1)
    expect(await ticketsOf()).toEqual([])
    expect(await backend.database.queries.select().from(accessRequest).where(eq(accessRequest.customerId, customer.customerId))).toHaveLength(1)
  })

  test('R24 P36 a mail to the access address without a Message-ID that was stored but not moved is one request', async () => {
    const bare = Buffer.from(`From: ${customer.email}\r\nTo: ${defaultPolicyValues.accessAddress}\r\nSubject: Add Kim\r\n\r\nName: Kim Hall`)
    await server.deliver(bare)
    const killed = new ImapPoller({ ...backend.context, mail: { wake: () => { throw new Error('killed') } } }, server.url)
    expect(await killed.once()).toBeNull()
    await killed.destroy()
    expect(await poller.once()).toBe(1)
    expect(await backend.database.queries.select().from(accessRequest).where(eq(accessRequest.customerId, customer.customerId))).toHaveLength(1)
  })

  test('P37 a bounce in the mailbox is held, not answered and opens nothing', async () => {
    const from = `mailer-daemon@${randomUUID()}.example`
    await server.deliver(letterFrom(from, { 'Return-Path': '<>', Subject: 'Undelivered' }))
    expect(await poller.once()).toBe(1)
    const [record] = await backend.database.queries.select().from(incomingMail).where(eq(incomingMail.from, from))
    expect(record).toMatchObject({ outcome: 'quarantined', reason: 'it reports on the delivery of a mail of ours' })
    expect(await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, from))).toEqual([])
  })

  test('a mail server that is away shows in the health with when it began, never with the password, and is read again when it is back', async () => {
    expect(await poller.once()).toBe(0)
    await server.stop()
    backend.setNow(addRealMinutes(worldStart, 1))
    expect(await poller.once()).toBeNull()
    backend.setNow(addRealMinutes(worldStart, 2))
    expect(await poller.once()).toBeNull()
    expect(poller.health()).toMatchObject({ state: 'away', since: addRealMinutes(worldStart, 1), detail: expect.stringContaining('127.0.0.1') as unknown, reason: 'The mail server does not answer at the address in IMAP_URL.' })
    expect(poller.health().detail).not.toContain('secret')
    await server.start()
    await server.deliver(letterFrom(customer.email, { Subject: 'Back' }))
    expect(await poller.once()).toBe(1)
    expect(poller.health()).toEqual({ state: 'ok', since: addRealMinutes(worldStart, 2), detail: '', reason: '' })
  })

  test('started, it takes what is there, and ends when it is destroyed', async () => {
    await server.deliver(letterFrom(customer.email, { Subject: 'By itself' }))
    poller.start()
    await expect.poll(async () => (await ticketsOf()).length, { timeout: 20_000 }).toBe(1)
    await poller.destroy()
    await server.deliver(letterFrom(customer.email, { Subject: 'After the end' }))
    expect(await uidsIn('INBOX')).toHaveLength(1)
    expect(await poller.once()).toBe(1)
  })
})
