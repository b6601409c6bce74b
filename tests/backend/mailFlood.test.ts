import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { incomingMail, outgoingMail, ticket } from '../../src/backend/db/schema'
import { acceptMail } from '../../src/backend/mail/incoming/acceptMail'
import { mostMailsAMinute } from '../../src/backend/mail/incoming/isFlooding'
import { MailReader } from '../../src/backend/mail/parse/MailReader'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { worldStart } from '../fixtures/backendWorld'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { letterFrom } from '../fixtures/letterFrom'
import { supportAddress } from '../fixtures/smtpClient'

let backend: CustomerBackend
let reader: MailReader
let customer: Awaited<ReturnType<typeof addPortalCustomer>>

beforeAll(async () => {
  backend = await openCustomerBackend()
  reader = new MailReader()
})
afterAll(async () => {
  await reader.close()
  await backend.close()
})
beforeEach(async () => {
  backend.setNow(worldStart)
  customer = await addPortalCustomer(backend.database)
})

const arrive = async (from: string, headers: Readonly<Record<string, string>>, envelopeFrom: string | null = from) => {
  const raw = letterFrom(from, headers)
  return acceptMail(backend.context, { raw, reading: await reader.read(raw), envelope: { from: envelopeFrom, to: [supportAddress] }, receivedAt: backend.context.now() })
}
const automaticTo = async (to: string) =>
  (await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, to))).filter(({ headers }) => headers['Auto-Submitted'] !== undefined)

/** A helpdesk without manners: answers each mail it gets with a new mail, unmarked, from its one address. */
const playOtherHelpdesk = async (address: string, rounds: number, minutesApart: number, thread: boolean): Promise<void> => {
  await arrive(address, { Subject: 'New request' })
  let answered = 0
  for (let round = 1; round <= rounds; round += 1) {
    backend.setNow(addRealMinutes(worldStart, round * minutesApart))
    const ours = await automaticTo(address)
    const fresh = ours.slice(answered)
    answered = ours.length
    for (const { subject, headers } of fresh) {
      const answer = { Subject: `We received: ${subject} ${round}` }
      await arrive(address, thread ? { ...answer, 'In-Reply-To': headers['Message-ID'] ?? '' } : answer)
    }
  }
}

test.each([
  ['keeping the thread', true],
  ['opening a new one each time', false],
])('P37 two helpdesks that answer each other, %s, stop at two automatic answers at most', async (_how, thread) => {
  const address = `${randomUUID()}@helpdesk.example`
  await playOtherHelpdesk(address, 12, 5, thread)
  const answers = (await automaticTo(address)).length
  expect(answers).toBeGreaterThanOrEqual(1)
  expect(answers).toBeLessThanOrEqual(2)
})

test('P37 mails of one sender that arrive together get one automatic answer', async () => {
  await Promise.all(Array.from({ length: 6 }, async (_, index) => arrive(customer.email, { Subject: `Part ${index}` })))
  expect(await automaticTo(customer.email)).toHaveLength(1)
})

test.each([
  ['auto-submitted', { 'Auto-Submitted': 'auto-generated' }, 'same'],
  ['a mailing list', { 'List-Id': '<faxes.example>' }, 'same'],
  ['bulk', { Precedence: 'bulk' }, 'same'],
  ['asked not to be answered', { 'X-Auto-Response-Suppress': 'All' }, 'same'],
  ['an empty return path', {}, null],
] as const)('P37 nobody automatic is answered: %s', async (_what, headers, envelopeFrom) => {
  expect(await arrive(customer.email, { Subject: 'x', ...headers }, envelopeFrom === null ? null : customer.email)).toBe('ticket')
  expect(await automaticTo(customer.email)).toEqual([])
})

test('P37 a flood of one sender is held and not lost, others are not touched, and it ends when the sender pauses', async () => {
  const outcomes: string[] = []
  for (let index = 0; index < mostMailsAMinute + 5; index += 1) outcomes.push(await arrive(customer.email, { Subject: `Mail ${index}` }))
  expect(outcomes.filter((outcome) => outcome === 'ticket')).toHaveLength(mostMailsAMinute)
  expect(outcomes.slice(mostMailsAMinute)).toEqual(Array.from({ length: 5 }, () => 'quarantined'))
  expect(await backend.database.queries.select().from(ticket).where(eq(ticket.customerId, customer.customerId))).toHaveLength(mostMailsAMinute)
  const held = await backend.database.queries.select().from(incomingMail).where(and(eq(incomingMail.from, customer.email), eq(incomingMail.outcome, 'quarantined')))
  expect(held.map(({ reason }) => reason)).toEqual(Array.from({ length: 5 }, () => `its sender wrote more than ${mostMailsAMinute} mails within a minute`))
  expect(held.every(({ rawName }) => rawName !== null)).toBe(true)

  const other = await addPortalCustomer(backend.database, 'Contoso Freight')
  expect(await arrive(other.email, { Subject: 'Calm' })).toBe('ticket')
  backend.setNow(addRealMinutes(worldStart, 1))
  expect(await arrive(customer.email, { Subject: 'Later' })).toBe('ticket')
})
