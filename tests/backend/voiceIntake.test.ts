import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runCommand } from '../../src/backend/commands/runCommand'
import { attachment, contact, incomingCall, page, ticket, timelineEvent } from '../../src/backend/db/schema'
import { StorageAwayError } from '../../src/backend/files/StorageAwayError'
import { createHttp } from '../../src/backend/http/createHttp'
import { voiceRoutes } from '../../src/backend/http/voiceRoutes'
import { RecordingFetcher } from '../../src/backend/voice/RecordingFetcher'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { firstStep } from '../../src/domain/intake/firstStep'
import { addEngineer, worldStart } from '../fixtures/backendWorld'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { signAsProvider, startVoiceProvider, toneWav } from '../fixtures/voiceProvider'
import type { VoiceProvider } from '../fixtures/voiceProvider'

const publicUrl = 'https://help.example'
const token = 'the account’s secret'
const techLine = '+19525550100'
const hotline = '+19525550199'
const night = addRealMinutes(worldStart, 14 * 60)

let backend: CustomerBackend
let provider: VoiceProvider
let fetcher: RecordingFetcher
let wakes = 0

beforeAll(async () => {
  backend = await openCustomerBackend(publicUrl)
  provider = await startVoiceProvider()
  const settings = { account: 'AC1', token, techLine: ['(952) 555-0100', '+1 952 555 0100'], hotline: [hotline], recordingOrigins: [provider.origin] }
  fetcher = new RecordingFetcher(backend.context, settings)
  voiceRoutes(backend.app, backend.context, settings, () => void (wakes += 1))
})
afterAll(async () => {
  await fetcher.destroy()
  await provider.close()
  await backend.close()
})
beforeEach(async () => {
  backend.setNow(worldStart)
  provider.asked.length = 0
  wakes = 0
  // What an earlier test left waiting is not this test's.
  await backend.database.write(async (tx) => tx.update(incomingCall).set({ recording: 'lost' }).where(eq(incomingCall.recording, 'waiting')))
})

type Fields = Readonly<Record<string, string>>
const newCall = (fields: Fields = {}): Fields => ({ CallSid: `CA${randomUUID().replaceAll('-', '')}`, From: '+16145550131', To: techLine, RecordingUrl: `${provider.origin}/recordings/RE1`, RecordingDuration: '1', ...fields })

const post = async (fields: Fields, { path = '/hooks/voice/tech-line', signed = fields, signedPath = path, secret = token }: { path?: string; signed?: Fields; signedPath?: string; secret?: string } = {}) =>
  backend.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signAsProvider(secret, `${publicUrl}${signedPath}`, signed) },
    payload: new URLSearchParams(fields).toString(),
  })

const postRecording = async (fields: Fields, file: Buffer, signed = fields, app = backend.app) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('Recording', new Blob([new Uint8Array(file)]), '../../evil.wav.exe')
  const body = new Response(form)
  return app.inject({
    method: 'POST',
    url: '/hooks/voice/tech-line',
    headers: { 'content-type': body.headers.get('content-type') ?? '', 'x-twilio-signature': signAsProvider(token, `${publicUrl}/hooks/voice/tech-line`, signed) },
    payload: Buffer.from(await body.arrayBuffer()),
  })
}
const digestOf = (file: Buffer): string => createHash('sha256').update(file).digest('hex')

const callOf = async (fields: Fields) => (await backend.database.queries.select().from(incomingCall).where(eq(incomingCall.callSid, fields['CallSid'] ?? '')))[0]
const ticketOf = async (fields: Fields) => {
  const call = await callOf(fields)
  const [found] = await backend.database.queries.select().from(ticket).where(eq(ticket.id, call?.ticketId ?? randomUUID()))
  if (!found) throw new Error('the call opened no ticket')
  return found
}
const bodiesOf = async (ticketId: string) => (await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, ticketId))).map(({ body }) => body)
const filesOf = async (ticketId: string) => backend.database.queries.select().from(attachment).where(eq(attachment.ticketId, ticketId))
const pagesOf = async (ticketId: string) => backend.database.queries.select().from(page).where(eq(page.ticketId, ticketId))
const howMany = async () => (await backend.database.queries.select({ tickets: count() }).from(ticket))[0]?.tickets
const storedFiles = (): number => (existsSync(join(backend.dataDir, 'files')) ? readdirSync(join(backend.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length : 0)
const sendRecording = (file: Buffer): void => {
  provider.answer = (_request, response) => response.writeHead(200, { 'content-type': 'audio/x-wav' }).end(file)
}

test('R16 R74 a tech-line voicemail is a Medium ticket with the number only, not yet heard, and wakes nobody at night', async () => {
  await addPortalCustomer(backend.database)
  backend.setNow(night)
  const call = newCall({ From: '+16125550101', TranscriptionText: 'Faxing is down' })
  const answer = await post(call)
  expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining('<Response/>') as unknown })
  const opened = await ticketOf(call)
  expect(opened).toMatchObject({
    channel: 'techLine', customerId: null, contactId: null, customerPriority: 'medium', heldReason: null, receivedAt: night,
    requester: { name: null, email: null, phone: '+16125550101' }, brief: 'Voicemail from +16125550101',
  })
  expect(firstStep(opened, addRealMinutes(night, 12))).toMatchObject({ step: 'listen', age: 12 })
  expect(await pagesOf(opened.id)).toEqual([])
  expect(await bodiesOf(opened.id)).toContainEqual({ kind: 'note', text: 'Transcript by the telephony provider: Faxing is down' })
  expect(wakes).toBe(1)
})

test('R16 a withheld number says so', async () => {
  const call = newCall({ From: 'Anonymous' })
  await post(call)
  expect(await ticketOf(call)).toMatchObject({ requester: { phone: null }, brief: 'Voicemail, number withheld' })
})

test('R16 the recording is fetched with the account’s secret and becomes a file of the ticket, typed by its bytes', async () => {
  const call = newCall()
  await post(call)
  sendRecording(toneWav())
  expect(await fetcher.runOnce(worldStart)).toBe(1)
  expect(provider.asked).toEqual([{ path: '/recordings/RE1', authorization: `Basic ${Buffer.from(`AC1:${token}`).toString('base64')}` }])
  const opened = await ticketOf(call)
  const [file, ...more] = await filesOf(opened.id)
  expect(more).toEqual([])
  expect(file).toMatchObject({ name: 'voicemail.wav', mediaType: 'audio/wav', size: toneWav().length })
  expect(await buffer(await backend.context.files.open(file?.id ?? ''))).toEqual(toneWav())
  const [receipt] = await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.id, file?.eventId ?? ''))
  expect(receipt?.body.kind).toBe('received')
  expect(await fetcher.runOnce(addRealMinutes(worldStart, 60))).toBe(0)
})

test('P30 the same call told twice, also at once, is one ticket; what comes later is added to it', async () => {
  const call = newCall({ RecordingUrl: '' })
  await Promise.all([post(call), post(call), post(call)])
  const opened = await ticketOf(call)
  const before = await howMany()
  await post({ ...call, RecordingUrl: `${provider.origin}/recordings/RE2`, TranscriptionText: 'It is about cover pages' })
  await post({ ...call, RecordingUrl: `${provider.origin}/recordings/RE2`, TranscriptionText: 'It is about cover pages' })
  expect(await howMany()).toBe(before)
  const notes = (await bodiesOf(opened.id)).filter(({ kind }) => kind === 'note')
  expect(notes).toEqual([{ kind: 'note', text: 'Transcript by the telephony provider: It is about cover pages' }])
  sendRecording(toneWav())
  await fetcher.runOnce(worldStart)
  expect(await filesOf(opened.id)).toHaveLength(1)
})

test.each([
  ['another secret', async () => post(newCall(), { secret: 'guessed' })],
  ['a changed number', async () => { const call = newCall(); return post({ ...call, From: '+19005550000' }, { signed: call }) }],
  ['the other line’s address', async () => post(newCall(), { path: '/hooks/voice/hotline', signedPath: '/hooks/voice/tech-line' })],
  ['a changed query', async () => post(newCall(), { path: '/hooks/voice/tech-line?a=2', signedPath: '/hooks/voice/tech-line?a=1' })],
  ['a time of six minutes ago', async () => post(newCall({ Timestamp: 'Tue, 24 Nov 2026 15:54:00 +0000' }))],
  ['a time that is none', async () => post(newCall({ Timestamp: 'soon' }))],
  ['a forged posted recording', async () => { const call = newCall({ RecordingSha256: digestOf(toneWav()) }); return postRecording({ ...call, From: '1' }, toneWav(), call) }],
  ['a posted recording that was exchanged', async () => postRecording(newCall({ RecordingSha256: digestOf(Buffer.from('another')) }), toneWav())],
])('P30 %s is answered 403 and stores nothing', async (_what, send) => {
  const [tickets, files] = [await howMany(), storedFiles()]
  const answer = await send()
  expect(answer.statusCode).toBe(403)
  expect(answer.json()).toMatchObject({ error: { code: 'notAllowed' } })
  expect([await howMany(), storedFiles()]).toEqual([tickets, files])
})

test('P30 a signed time within five minutes passes, JSON is bound by the digest in its address, and a call without an id is told what is missing', async () => {
  expect((await post(newCall({ Timestamp: 'Tue, 24 Nov 2026 15:56:00 +0000' }))).statusCode).toBe(200)
  const send = async (said: string, sent: string) => {
    const path = `/hooks/voice/tech-line?bodySHA256=${digestOf(Buffer.from(said))}`
    return backend.app.inject({ method: 'POST', url: path, headers: { 'content-type': 'application/json', 'x-twilio-signature': signAsProvider(token, publicUrl + path) }, payload: sent })
  }
  const call = newCall()
  expect((await send(JSON.stringify(call), JSON.stringify({ ...call, From: '1' }))).statusCode).toBe(403)
  expect((await send(JSON.stringify(call), JSON.stringify(call))).statusCode).toBe(200)
  expect((await ticketOf(call)).brief).toBe('Voicemail from +16145550131')
  const { CallSid: _none, ...nameless } = newCall()
  const answer = await post(nameless)
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('CallSid')
})

test('R21 a posted hotline message pages although its recording cannot be stored, and takes it when it is posted again', async () => {
  backend.setNow(night)
  const call = newCall({ To: hotline, RecordingUrl: '', RecordingSha256: digestOf(toneWav()) })
  const away = { ...backend.context, files: { ...backend.context.files, stage: async () => Promise.reject(new StorageAwayError('the bucket is away', null)) } }
  const broken = await createHttp(away)
  voiceRoutes(broken, away, { account: 'AC1', token, techLine: [techLine], hotline: [hotline], recordingOrigins: [] }, () => undefined)
  const answer = await postRecording(call, toneWav(), call, broken)
  expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('post it again')])
  const opened = await ticketOf(call)
  expect(await pagesOf(opened.id)).toHaveLength(1)
  expect(await filesOf(opened.id)).toEqual([])
  expect((await postRecording(call, toneWav())).statusCode).toBe(200)
  expect(await filesOf(opened.id)).toMatchObject([{ mediaType: 'audio/wav' }])
  expect(await pagesOf(opened.id)).toHaveLength(1)
  await broken.close()
})

test('a posted recording comes with its ticket; one that is no sound or too large leaves a ticket that says so', async () => {
  const good = newCall({ RecordingUrl: '', RecordingSha256: digestOf(toneWav()) })
  expect((await postRecording(good, toneWav())).statusCode).toBe(200)
  expect(await filesOf((await ticketOf(good)).id)).toMatchObject([{ name: 'voicemail.wav', mediaType: 'audio/wav' }])

  const files = storedFiles()
  const program = Buffer.from('MZ\u0000\u0000 not a sound')
  const bad = newCall({ RecordingUrl: '', RecordingSha256: digestOf(program) })
  expect((await postRecording(bad, program)).statusCode).toBe(200)
  const huge = Buffer.concat([toneWav(), Buffer.alloc(32 * 1024 * 1024)])
  const large = newCall({ RecordingUrl: '', RecordingSha256: digestOf(huge) })
  expect((await postRecording(large, huge)).statusCode).toBe(200)
  expect(storedFiles()).toBe(files)
  expect(await bodiesOf((await ticketOf(bad)).id)).toContainEqual({ kind: 'recording', outcome: 'lost', detail: expect.stringContaining('neither WAV nor MP3') as string })
  expect(await bodiesOf((await ticketOf(large)).id)).toContainEqual({ kind: 'recording', outcome: 'lost', detail: 'it is larger than 32 MB' })
})

test('a recording that cannot be fetched keeps its ticket, says so once, and is fetched by a later start', async () => {
  const call = newCall()
  await post(call)
  provider.answer = (_request, response) => response.writeHead(503).end()
  expect(await fetcher.runOnce(worldStart)).toBe(1)
  expect(await fetcher.runOnce(worldStart)).toBe(0)
  expect(await fetcher.runOnce(addRealMinutes(worldStart, 1))).toBe(1)
  const opened = await ticketOf(call)
  const told = async () => (await bodiesOf(opened.id)).filter(({ kind }) => kind === 'recording')
  expect(await told()).toEqual([{ kind: 'recording', outcome: 'delayed', detail: 'the provider answered 503' }])
  sendRecording(toneWav())
  const started = new RecordingFetcher(backend.context, { account: 'AC1', token, techLine: [], hotline: [], recordingOrigins: [provider.origin] })
  expect(await started.runOnce(addRealMinutes(worldStart, 90))).toBe(1)
  expect(await told()).toContainEqual({ kind: 'recording', outcome: 'arrived', detail: '' })
  expect(await filesOf(opened.id)).toHaveLength(1)
})

test.each([
  ['that never ends', 'it is larger than 32 MB', () => (provider.answer = (_request, response) => {
    const more = (): void => { while (response.write(Buffer.alloc(1024 * 1024))) if (response.destroyed) return }
    response.writeHead(200).write(toneWav())
    response.on('drain', more)
    more()
  }), undefined],
  ['that is a page', 'what came is neither WAV nor MP3 but text/plain', () => sendRecording(Buffer.from('<html>Sign in</html>')), undefined],
  ['at another place', 'its address is not one of the telephony provider’s', () => sendRecording(toneWav()), 'http://169.254.169.254/latest'],
  ['that points elsewhere', 'its address is not one of the telephony provider’s', () => (provider.answer = (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/x' }).end()), undefined],
  ['that points to itself', 'its address points on and on', () => (provider.answer = (_request, response) => response.writeHead(302, { location: '/again' }).end()), undefined],
])('P41 a recording %s is given up with the reason, and nothing of it stays', async (_what, reason, prepare, address) => {
  const call = newCall(address === undefined ? {} : { RecordingUrl: address })
  await post(call)
  prepare()
  const files = storedFiles()
  await fetcher.runOnce(worldStart)
  const opened = await ticketOf(call)
  expect(await bodiesOf(opened.id)).toContainEqual({ kind: 'recording', outcome: 'lost', detail: reason })
  expect(await filesOf(opened.id)).toEqual([])
  expect(storedFiles()).toBe(files)
  expect(await callOf(call)).toMatchObject({ recording: 'lost', detail: reason })
})

test('R20 R21 a hotline voicemail pages at night with its four fields, the missing ones marked, before any recording', async () => {
  backend.setNow(night)
  const call = newCall({ To: hotline, From: '+12065550142', Company: 'Harrow Steel', Issue: 'No fax leaves the plant' })
  // The called number decides, whatever address the provider was given.
  await post(call)
  const opened = await ticketOf(call)
  expect(opened).toMatchObject({ channel: 'hotline', customerPriority: 'urgent', productionDown: true, customerId: null, brief: 'Hotline: No fax leaves the plant (Harrow Steel)' })
  const [receipt] = (await bodiesOf(opened.id)).filter((body) => body.kind === 'received')
  expect(receipt?.text.split('\n')).toEqual([
    'Company: Harrow Steel', 'Contact: not stated', 'Callback number: not stated', 'Production issue: No fax leaves the plant', 'Calling number: +12065550142',
  ])
  const [paged] = await pagesOf(opened.id)
  expect(paged?.decision).toMatchObject({ page: true, contractUnverified: true })
  expect(provider.asked).toEqual([])
})

test('R23 a hotline caller whose number one 24×7 account has is paged with the contract verified', async () => {
  const { customerId } = await addPortalCustomer(backend.database, 'Harbor Freight')
  await backend.database.write(async (tx) => tx.update(contact).set({ phone: '(773) 555-0188' }).where(eq(contact.customerId, customerId)))
  backend.setNow(night)
  const call = newCall({ To: hotline, From: '+17735550188', TranscriptionText: 'Everything stopped' })
  await post(call, { path: '/hooks/voice/hotline' })
  const opened = await ticketOf(call)
  expect(opened).toMatchObject({ customerId, brief: 'Hotline: Everything stopped' })
  expect((await pagesOf(opened.id))[0]?.decision).toMatchObject({ page: true, contractUnverified: false })
})

test('R22 a hotline voicemail in service hours is an Urgent at the top of the queue and pages nobody', async () => {
  const call = newCall({ To: hotline })
  await post(call, { path: '/hooks/voice/hotline' })
  const opened = await ticketOf(call)
  expect(opened).toMatchObject({ customerPriority: 'urgent', productionDown: true, receivedAt: worldStart })
  expect(await pagesOf(opened.id)).toEqual([])
})

test('R17 listening is a command: the step is done for everybody, once', async () => {
  const engineer = await addEngineer(backend.database)
  const call = newCall()
  await post(call)
  const { id: ticketId } = await ticketOf(call)
  const hear = async (eventId: string) =>
    (await backend.database.write(async (tx, touched) =>
      runCommand(backend.context, tx, touched, { name: 'hearVoicemail', args: { ticketId, eventId } }, { engineer, clientTime: worldStart, base: {} }),
    )).value
  expect(await hear(randomUUID())).toBeNull()
  expect(await hear(randomUUID())).toBeNull()
  const heard = await ticketOf(call)
  expect(firstStep(heard, worldStart)).toBeNull()
  expect((await bodiesOf(ticketId)).filter(({ kind }) => kind === 'heard')).toHaveLength(1)
  const accountManager = await addEngineer(backend.database, { role: 'accountManager' })
  const { value } = await backend.database.write(async (tx, touched) =>
    runCommand(backend.context, tx, touched, { name: 'hearVoicemail', args: { ticketId, eventId: randomUUID() } }, { engineer: accountManager, clientTime: worldStart, base: {} }),
  )
  expect(value).toMatchObject({ code: 'notAllowed' })
})
