import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CommandRequest } from '../../src/backend/commands/runCommand'
import { runCommand } from '../../src/backend/commands/runCommand'
import { contract, outgoingMail, ticket } from '../../src/backend/db/schema'
import { startSmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import type { SmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import { addEngineer, addTicket, worldStart } from '../fixtures/backendWorld'
import { addContact, addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { sendRaw, supportAddress } from '../fixtures/smtpClient'

const manager = 'ann@desk.example'
let backend: CustomerBackend
let intake: SmtpIntake
let customer: Awaited<ReturnType<typeof addPortalCustomer>>
let request: CommandRequest

beforeAll(async () => {
  backend = await openCustomerBackend()
  intake = await startSmtpIntake(backend.context, 0)
  request = { engineer: await addEngineer(backend.database), clientTime: worldStart, base: {} }
})
afterAll(async () => {
  await intake.close()
  await backend.close()
})
beforeEach(async () => {
  customer = await addPortalCustomer(backend.database)
  await backend.database.queries.delete(outgoingMail)
})

const endContract = async (): Promise<unknown> => backend.database.queries.delete(contract).where(eq(contract.customerId, customer.customerId))
const write = async (from: string): Promise<string> =>
  sendRaw(intake.port, Buffer.from([`From: ${from}`, `Message-ID: <${randomUUID()}@customer.example>`, 'Subject: Cover page', '', 'Hello'].join('\r\n')), { from, to: supportAddress })
const toManager = async () => backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, manager))
const give = async (name: 'identify' | 'releaseHold', ticketId: string, args: object) =>
  backend.database.write(async (tx, touched) => runCommand(backend.context, tx, touched, { name, args: { ticketId, eventId: randomUUID(), ...args } } as never, request))

test('R99 a customer without an active contract is taken, and their Account Manager is told once', async () => {
  await endContract()
  expect(await write(customer.email)).toMatch(/^250/)
  const [opened] = await backend.database.queries.select().from(ticket).where(eq(ticket.customerId, customer.customerId))
  const mails = await toManager()
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ ticketId: opened?.id, subject: expect.stringContaining(`#${String(opened?.number)}`) as string, headers: { 'Auto-Submitted': 'auto-generated' } })
  expect(mails[0]?.text).toContain('No contract on file. The HelpDesk takes the ticket all the same')
})

test('R99 with an active contract nobody is told', async () => {
  await write(customer.email)
  expect(await toManager()).toEqual([])
})

test('R31 R99 the words of somebody who is not authorized mail nobody until an engineer lets them through', async () => {
  await endContract()
  const email = `${randomUUID()}@northwind.example`
  await addContact(backend.database, { id: randomUUID(), customerId: customer.customerId, email, access: 'none' })
  expect(await write(email)).toMatch(/^250/)
  const [held] = await backend.database.queries.select().from(ticket).where(eq(ticket.customerId, customer.customerId))
  expect(held?.heldReason).toBe('requesterNotAuthorized')
  expect(await toManager()).toEqual([])
  const id = held?.id ?? ''
  expect((await give('releaseHold', id, { reason: 'Pat confirmed it by phone' })).value).toBeNull()
  expect(await toManager()).toHaveLength(1)
})

test('R16 R99 a caller matched to such a customer by hand is told of then, and not again when the person is corrected', async () => {
  await endContract()
  const { id } = await addTicket(backend.database)
  const { customerId, siteId, contactId } = customer
  expect((await give('identify', id, { customerId, siteId, contactId: null })).value).toBeNull()
  expect((await give('identify', id, { customerId, siteId, contactId })).value).toBeNull()
  expect(await toManager()).toHaveLength(1)
})
