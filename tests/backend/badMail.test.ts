import { readdirSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachment, incomingMail, timelineEvent } from '../../src/backend/db/schema'
import { startSmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import type { SmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { MailReader } from '../../src/backend/mail/parse/MailReader'
import { alarmsOf, arriveByRoad, faultOfLast } from '../badInput/mailRoad'
import { mutateMail } from '../badInput/mutateMail'
import { strangeMails } from '../badInput/strangeMails'
import { worldStart } from '../fixtures/backendWorld'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { mailFixture, sendRaw, supportAddress } from '../fixtures/smtpClient'

let backend: CustomerBackend
let intake: SmtpIntake
let customer: Awaited<ReturnType<typeof addPortalCustomer>>
let minutes = 0

beforeAll(async () => {
  backend = await openCustomerBackend()
  intake = await startSmtpIntake(backend.context, 0)
  customer = await addPortalCustomer(backend.database)
})
afterAll(async () => {
  await intake.close()
  await backend.close()
})
beforeEach(() => backend.setNow(addRealMinutes(worldStart, (minutes += 2))))

const send = async (raw: Buffer): Promise<string> => sendRaw(intake.port, raw, { from: customer.email, to: supportAddress })

const fixtures = readdirSync(new URL('../fixtures/mail', import.meta.url))
  .map((file) => file.replace(/\.eml$/, ''))
  .map((name) => ({ name: `fixture ${name}`, raw: (sender: string) => mailFixture(name, sender) }))

const contentOfLast = async () => {
  const [record] = await backend.database.queries.select().from(incomingMail).where(eq(incomingMail.receivedAt, backend.context.now()))
  const ticketId = record?.ticketId ?? ''
  const events = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, ticketId))
  const files = await backend.database.queries.select().from(attachment).where(eq(attachment.ticketId, ticketId))
  return { text: events.flatMap(({ body }) => (body.kind === 'received' ? [body.text] : [])).join(''), files: files.map(({ name }) => name).toSorted() }
}

test.each([...fixtures, ...strangeMails])('P36 through a real SMTP conversation, $name is a ticket or held', async ({ raw }) => {
  const alarms = await alarmsOf(backend)
  expect(await send(raw(customer.email))).toMatch(/^250/)
  const [record] = await backend.database.queries.select().from(incomingMail).where(eq(incomingMail.receivedAt, backend.context.now()))
  expect(['ticket', 'quarantined']).toContain(record?.outcome)
  expect(await faultOfLast(backend, null, record?.outcome ?? 'nothing')).toBeNull()
  expect(await alarmsOf(backend)).toBe(alarms)
})

test.each([
  ['boundary promised and never used', 'complete message.eml', ''],
  ['no boundary at all', 'complete message.eml', ''],
  ['bare CR', '', 'one'],
  ['nothing but noise', 'complete message.eml', ''],
  ['HTML and nothing else', '', 'Fax queue'],
  ['alternative within related, with an inline picture', 'attachment 1', 'Faxes stop.'],
  ['ISO-2022-JP', '', '日本語'],
  ['EUC-KR', '', '한국'],
  ['format=flowed', '', 'A line that goeson here.'],
  ['attachment name of RFC 2231', 'txt', 'Please look.'],
  ['attachment name of encoded words', 'テスト', 'Please look.'],
  ['encrypted by S/MIME', 'smime.p7m', ''],
  ['a subject of emoji', '', '\u{1f4e0}'.repeat(400)],
  ['message within message, six deep', 'forwarded message.eml', ''],
])('P36 nothing of a mail is lost: %s', async (name, file, words) => {
  const mail = strangeMails.find((one) => one.name === name)
  if (!mail) throw new Error(`there is no mail "${name}"`)
  await send(mail.raw(customer.email))
  const { text, files } = await contentOfLast()
  expect(files.join()).toContain(file)
  expect(text).toContain(words)
})

test('P36 a mail of 300 files comes with all of them in one', async () => {
  const body = Array.from({ length: 300 }, (_, index) => `--many\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=${index}.bin\r\n\r\nfile ${index}\r\n`).join('')
  await send(Buffer.from(`From: ${customer.email}\r\nSubject: Many\r\nContent-Type: multipart/mixed; boundary=many\r\n\r\n${body}--many--\r\n`))
  const { text, files } = await contentOfLast()
  expect(files).toEqual(['complete message.eml'])
  expect(text).toContain('This mail has 300 files')
})

test('P36 200 mutants of all these mails: each is a ticket, a reply or held with its bytes, and none pages', async () => {
  const reader = new MailReader()
  const seeds = [...fixtures, ...strangeMails].map(({ raw }) => raw(customer.email)).filter(({ length }) => length < 100_000)
  const faults: string[] = []
  const outcomes = new Map<string, number>()
  for (const [index, raw] of mutateMail(seeds, 200, 36).entries()) {
    const { outcome, fault } = await arriveByRoad({ backend, reader }, raw, customer.email)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (fault !== null) faults.push(`mutant ${index}: ${fault}`)
  }
  await reader.close()
  expect(faults).toEqual([])
  expect(await alarmsOf(backend)).toBe(0)
  // A control of the mutants: they reach more than one end.
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['ticket', 'quarantined']))
}, 120_000)
