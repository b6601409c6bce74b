import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { incomingMail } from '../../src/backend/db/schema'
import { MailReader } from '../../src/backend/mail/parse/MailReader'
import { mailBombs } from '../badInput/mailBombs'
import { arriveByRoad } from '../badInput/mailRoad'
import { openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'

let backend: CustomerBackend
let reader: MailReader

beforeAll(async () => {
  backend = await openCustomerBackend()
  reader = new MailReader(5_000)
})
afterAll(async () => {
  await reader.close()
  await backend.close()
})

/** One of each weight: depth, number, decoding, HTML. The long check sends them all. */
const sample = ['10,000 parts within each other', '50,000 headers', 'encoded words without end', '1,000,000 tags that never close']

test('the sample is of bombs that are there', () => {
  expect(mailBombs.filter(({ name }) => sample.includes(name))).toHaveLength(sample.length)
})

test.each(mailBombs.filter(({ name }) => sample.includes(name)))('P37 $name: a ticket or held with words, while the backend goes on answering', async ({ raw }) => {
  const arriving = arriveByRoad({ backend, reader }, raw(), 'bomber@elsewhere.example')
  const answers = await Promise.all(Array.from({ length: 5 }, async () => backend.app.inject({ method: 'GET', url: '/sign-in' })))
  const { outcome, fault } = await arriving
  expect(fault).toBeNull()
  expect(['ticket', 'quarantined']).toContain(outcome)
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200])
}, 60_000)

test('P37 a reader that was ended by a bomb reads the next mail', async () => {
  const hurried = new MailReader(1)
  const bomb = mailBombs.find(({ name }) => name === '25 MB of base64')?.raw() ?? Buffer.alloc(0)
  expect(await arriveByRoad({ backend, reader: hurried }, bomb, 'bomber@elsewhere.example')).toEqual({ outcome: 'quarantined', fault: null })
  const [held] = await backend.database.queries.select().from(incomingMail).where(eq(incomingMail.receivedAt, backend.context.now()))
  expect(held?.reason).toMatch(/^reading it took longer than/)
  await hurried.close()
  expect(await arriveByRoad({ backend, reader }, Buffer.from('From: calm@elsewhere.example\r\nSubject: Calm\r\n\r\nx'), 'calm@elsewhere.example')).toEqual({ outcome: 'ticket', fault: null })
})
