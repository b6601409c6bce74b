import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachment, incomingCall, incomingMail } from '../../src/backend/db/schema'
import { mailFromMailbox } from '../../src/backend/mail/imap/mailFromMailbox'
import { receiveMail } from '../../src/backend/mail/incoming/receiveMail'
import { MailReader } from '../../src/backend/mail/parse/MailReader'
import { acceptVoicemail } from '../../src/backend/voice/acceptVoicemail'
import { RecordingFetcher } from '../../src/backend/voice/RecordingFetcher'
import { voiceHookShape } from '../../src/protocol/intake/voiceHook'
import { launchChromium } from '../fixtures/chromium'
import { worldStart } from '../fixtures/backendWorld'
import { openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hasAudioPrograms, speak } from '../fixtures/spokenAudio'
import type { AudioFormat } from '../fixtures/spokenAudio'
import { startVoiceProvider } from '../fixtures/voiceProvider'
import type { VoiceProvider } from '../fixtures/voiceProvider'

const words = 'This is Ana Ortiz of Lakeside Clinics. Call me back at six one two, five five five, zero one three one. No fax has arrived since two.'
const kinds: Readonly<Record<AudioFormat, { readonly name: string; readonly mediaType: string }>> = {
  mulaw: { name: 'voicemail.wav', mediaType: 'audio/wav' },
  pcm: { name: 'voicemail.wav', mediaType: 'audio/wav' },
  mp3: { name: 'voicemail.mp3', mediaType: 'audio/mpeg' },
}
const formats = ['mulaw', 'pcm', 'mp3'] as const

// A machine without espeak-ng and sox skips these and says so.
describe.skipIf(!hasAudioPrograms())('voicemails that real programs spoke and recorded', () => {
  let backend: CustomerBackend
  let provider: VoiceProvider
  const spoken = new Map<AudioFormat, Buffer>()
  const recordingOf = (format: AudioFormat): Buffer => spoken.get(format) ?? Buffer.alloc(0)

  beforeAll(async () => {
    backend = await openCustomerBackend()
    provider = await startVoiceProvider()
    for (const format of formats) spoken.set(format, await speak(words, format))
  })
  afterAll(async () => {
    await provider.close()
    await backend.close()
  })

  const filesOf = async (ticketId: string | null | undefined) => backend.database.queries.select().from(attachment).where(eq(attachment.ticketId, ticketId ?? randomUUID()))

  test.each(formats)('R16 a recording in %s is fetched, known by its bytes and kept whole', async (format) => {
    provider.answer = (_request, response) => response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(recordingOf(format))
    const hook = voiceHookShape.parse({ CallSid: `CA${randomUUID()}`, From: '+16125550131', RecordingUrl: `${provider.origin}/RE1` })
    await acceptVoicemail(backend.context, { line: 'hotline', hook, posted: null })
    const fetcher = new RecordingFetcher(backend.context, { account: 'AC1', token: 'secret', techLine: [], hotline: [], recordingOrigins: [provider.origin] })
    expect(await fetcher.runOnce(worldStart)).toBe(1)
    const [call] = await backend.database.queries.select().from(incomingCall).where(eq(incomingCall.callSid, hook.CallSid))
    const [file] = await filesOf(call?.ticketId)
    expect(file).toMatchObject(kinds[format])
    expect(await buffer(await backend.context.files.open(file?.id ?? ''))).toEqual(recordingOf(format))
  })

  test.each(formats)('R16 a recording in %s that is mailed under a name of another kind is known by its bytes and kept whole', async (format) => {
    const senders = [`${randomUUID()}@phones.example`]
    const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
      from: senders[0] ?? '', to: 'voicemail@firm.example', subject: 'Voicemail from 612-555-0131', text: 'See the recording.', attachments: [{ filename: 'message.txt', content: recordingOf(format) }],
    })
    const context = { ...backend.context, config: { ...backend.context.config, voicemailMail: { address: 'voicemail@firm.example', senders } } }
    const reader = new MailReader()
    const raw = message as Buffer
    expect(await receiveMail(context, mailFromMailbox({ raw, internalDate: null, sourceKey: randomUUID() }, await reader.read(raw), worldStart))).toBe('voicemail')
    await reader.close()
    const [record] = await backend.database.queries.select().from(incomingMail).where(eq(incomingMail.from, senders[0] ?? ''))
    const [file, ...more] = await filesOf(record?.ticketId)
    expect(more).toEqual([])
    expect(file).toMatchObject(kinds[format])
    expect(await buffer(await backend.context.files.open(file?.id ?? ''))).toEqual(recordingOf(format))
  })

  test('R17 Chromium plays each of them, and hears that somebody speaks', async () => {
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      for (const format of formats) {
        const heard = await page.evaluate(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
          const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes.buffer)
          const loudest = sound.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
          return { seconds: sound.duration, loudest }
        }, recordingOf(format).toString('base64'))
        expect({ format, long: heard.seconds > 5, loud: heard.loudest > 0.1 }).toEqual({ format, long: true, loud: true })
      }
    } finally {
      await browser.close()
    }
  })
})
