import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BackendContext } from '../../src/backend/context'
import { attachment, incomingMail, outgoingMail, page, ticket, timelineEvent } from '../../src/backend/db/schema'
import { mailFromMailbox } from '../../src/backend/mail/imap/mailFromMailbox'
import { receiveMail } from '../../src/backend/mail/incoming/receiveMail'
import { MailReader } from '../../src/backend/mail/parse/MailReader'
import { startSmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import type { SmtpIntake } from '../../src/backend/mail/startSmtpIntake'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { firstStep } from '../../src/domain/intake/firstStep'
import { worldStart } from '../fixtures/backendWorld'
import { openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { sendRaw, supportAddress } from '../fixtures/smtpClient'
import { toneWav } from '../fixtures/voiceProvider'

const voicemailAddress = 'voicemail@thefaxguys.example'
const system = 'pbx@phones.example'
const night = addRealMinutes(worldStart, 14 * 60)
const html = Buffer.from('<!doctype html><html><body><script>alert(1)</script></body></html>')

let backend: CustomerBackend
let context: BackendContext
let intake: SmtpIntake

beforeAll(async () => {
  backend = await openCustomerBackend()
  context = { ...backend.context, config: { ...backend.context.config, voicemailMail: { address: voicemailAddress, senders: ['alarm@firm.example', '@phones.example'] } } }
  intake = await startSmtpIntake(context, 0)
})
afterAll(async () => {
  await intake.close()
  await backend.close()
})
beforeEach(() => backend.setNow(worldStart))

interface Sent {
  readonly from?: string
  readonly subject?: string
  readonly text?: string
  readonly files?: readonly { readonly filename: string; readonly content: Buffer }[]
  readonly headers?: Readonly<Record<string, string>>
  readonly to?: string
}

/** A mail as a telephone system writes it, under a Message-ID of its own. */
const compose = async ({ from = system, subject = 'Voicemail from (614) 555-0131', text = 'A caller left a message of 12 seconds.', files = [{ filename: 'msg0001.wav', content: toneWav() }], headers = {}, to = voicemailAddress }: Sent = {}) => {
  const messageId = `<${randomUUID()}@phones.example>`
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({ from, to, subject, text, messageId, headers, attachments: [...files] })
  return { raw: message as Buffer, messageId, from }
}
const send = async (mail: Awaited<ReturnType<typeof compose>>, to = voicemailAddress): Promise<string> => sendRaw(intake.port, mail.raw, { from: mail.from, to })

const recordOf = async ({ messageId }: { readonly messageId: string }) =>
  (await backend.database.queries.select().from(incomingMail)).find((row) => row.messageId?.startsWith(messageId) === true)
const ticketOf = async (mail: { readonly messageId: string }) => {
  const [found] = await backend.database.queries.select().from(ticket).where(eq(ticket.id, (await recordOf(mail))?.ticketId ?? randomUUID()))
  if (!found) throw new Error('the mail opened no ticket')
  return found
}
const filesOf = async (ticketId: string) => backend.database.queries.select().from(attachment).where(eq(attachment.ticketId, ticketId))
const storedFiles = (): number => (existsSync(join(backend.dataDir, 'files')) ? readdirSync(join(backend.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length : 0)

test('R16 R14 a mailed voicemail is a Medium tech-line ticket with the number only, not yet heard, that pages and answers nobody', async () => {
  backend.setNow(night)
  const mail = await compose({ headers: { 'Auto-Submitted': 'auto-generated', Importance: 'high' } })
  expect(await send(mail)).toMatch(/^250/)
  const opened = await ticketOf(mail)
  expect(opened).toMatchObject({
    channel: 'techLine', customerId: null, contactId: null, customerPriority: 'medium', heldReason: null, receivedAt: night,
    requester: { name: null, email: null, phone: '+16145550131' }, brief: 'Voicemail from +16145550131',
  })
  expect(firstStep(opened, night)).toMatchObject({ step: 'listen' })
  expect(await backend.database.queries.select().from(page).where(eq(page.ticketId, opened.id))).toEqual([])
  expect(await backend.database.queries.select().from(outgoingMail).where(eq(outgoingMail.to, system))).toEqual([])
  const [recording] = await filesOf(opened.id)
  expect(recording).toMatchObject({ name: 'voicemail.wav', mediaType: 'audio/wav' })
  expect(await buffer(await context.files.open(recording?.id ?? ''))).toEqual(toneWav())
  const bodies = (await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, opened.id))).map(({ body }) => body)
  expect(bodies).toContainEqual({ kind: 'note', text: 'The telephone system wrote:\nVoicemail from (614) 555-0131\n\nA caller left a message of 12 seconds.' })
})

test('R16 a number that cannot be read is not guessed, and the words are kept', async () => {
  const mail = await compose({ from: 'alarm@firm.example', subject: 'Voicemail from extension 204' })
  await send(mail)
  expect(await ticketOf(mail)).toMatchObject({ brief: 'Voicemail, number not known', requester: { phone: null } })
})

test('R16 the same mail twice, also at once, is one ticket', async () => {
  const mail = await compose()
  const before = storedFiles()
  const answers = await Promise.all([send(mail), send(mail)])
  expect([...answers, await send(mail)].filter((said) => said.includes('arrived before'))).toHaveLength(2)
  expect(await filesOf((await ticketOf(mail)).id)).toHaveLength(1)
  expect(storedFiles()).toBe(before + 1)
})

test('R16 a mail polled from a mailbox comes the same way, received when the mail server took it', async () => {
  const reader = new MailReader()
  const mail = await compose()
  const taken = addRealMinutes(worldStart, -20)
  const arrived = mailFromMailbox({ raw: mail.raw, internalDate: new Date(taken), sourceKey: randomUUID() }, await reader.read(mail.raw), worldStart)
  await reader.close()
  expect([await receiveMail(context, arrived), await receiveMail(context, arrived)]).toEqual(['voicemail', 'repeated'])
  expect(await ticketOf(mail)).toMatchObject({ channel: 'techLine', receivedAt: taken })
})

test.each<[string, Sent, string]>([
  ['of somebody else', { from: 'mallory@elsewhere.example' }, 'it came to the mailbox for voicemails, and not from the telephone system'],
  ['of a domain that ends alike', { from: 'pbx@evilphones.example' }, 'it came to the mailbox for voicemails, and not from the telephone system'],
  ['that brings nothing', { files: [] }, 'it is from the telephone system, and what it brings is no recording in WAV or MP3'],
  ['with a page named .wav', { files: [{ filename: 'msg0001.wav', content: html }] }, 'it is from the telephone system, and what it brings is no recording in WAV or MP3'],
  ['that answers a mail', { headers: { 'Auto-Submitted': 'auto-replied' } }, 'it came to the mailbox for voicemails and tells of a mail, not of a call'],
])('R16 P38 a mail %s is held with the reason, and nothing but the mail stays', async (_what, sent, reason) => {
  const mail = await compose(sent)
  const before = storedFiles()
  expect(await send(mail)).toMatch(/^250/)
  expect(await recordOf(mail)).toMatchObject({ outcome: 'quarantined', reason, ticketId: null })
  expect(storedFiles()).toBe(before + 1)
})

test('R14 a recording mailed to the support address is an ordinary mail, and without a telephone system there is no such mailbox', async () => {
  const mail = await compose({ to: supportAddress })
  await send(mail, supportAddress)
  expect(await ticketOf(mail)).toMatchObject({ channel: 'email', customerPriority: 'medium' })
  const bare = await startSmtpIntake(backend.context, 0)
  await expect(sendRaw(bare.port, mail.raw, { from: system, to: voicemailAddress })).rejects.toThrow('There is no mailbox')
  await bare.close()
})

test('P37 a telephone system that runs wild is held after twenty mails a minute', async () => {
  const from = `${randomUUID()}@phones.example`
  for (let n = 0; n < 20; n += 1) await send(await compose({ from }))
  const mail = await compose({ from })
  await send(mail)
  expect(await recordOf(mail)).toMatchObject({ outcome: 'quarantined', reason: 'its sender wrote more than 20 mails within a minute' })
})
