import { randomUUID } from 'node:crypto'
import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { incomingCall, page, policy, ticket, timelineEvent } from '../../src/backend/db/schema'
import { voiceRoutes } from '../../src/backend/http/voiceRoutes'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { defaultPolicyValues } from '../../src/domain/policy/defaultPolicy'
import { worldStart } from '../fixtures/backendWorld'
import { openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { readXml } from '../fixtures/readXml'
import { signAsProvider } from '../fixtures/voiceProvider'

const publicUrl = 'https://help.example'
const token = 'the account’s secret'
const hotline = '+19525550199'
const night = addRealMinutes(worldStart, 14 * 60)

let backend: CustomerBackend
let wakes = 0

beforeAll(async () => {
  backend = await openCustomerBackend(publicUrl)
  const settings = { account: 'AC1', token, techLine: ['+19525550100'], hotline: [hotline], recordingOrigins: ['http://127.0.0.1:1'] }
  voiceRoutes(backend.app, backend.context, settings, () => void (wakes += 1))
})
afterAll(async () => backend.close())
beforeEach(() => {
  backend.setNow(worldStart)
  wakes = 0
})

const newCall = (fields: Readonly<Record<string, string>> = {}) => ({ CallSid: `CA${randomUUID().replaceAll('-', '')}`, From: '+16145550131', To: '+19525550100', CallStatus: 'in-progress', ...fields })

const post = async (path: string, fields: Readonly<Record<string, string>>, secret = token) =>
  backend.app.inject({
    method: 'POST',
    url: `/hooks/voice/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signAsProvider(secret, `${publicUrl}/hooks/voice/${path}`, fields) },
    payload: new URLSearchParams(fields).toString(),
  })
const stepsOf = (answer: { readonly body: string }) => readXml(answer.body).children
const namesOf = (answer: { readonly body: string }) => stepsOf(answer).map(({ name }) => name)
const saidBy = (answer: { readonly body: string }): string => stepsOf(answer).filter(({ name }) => name === 'Say').map(({ text }) => text).join(' ')

const callsOf = async ({ CallSid }: { readonly CallSid: string }) =>
  backend.database.queries.select({ ticket, call: incomingCall }).from(incomingCall).innerJoin(ticket, eq(ticket.id, incomingCall.ticketId)).where(eq(incomingCall.callSid, CallSid))
const bodiesOf = async (ticketId: string) => (await backend.database.queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, ticketId))).map(({ body }) => body)
const howMany = async () => (await backend.database.queries.select({ tickets: count() }).from(ticket))[0]?.tickets

test('R15 R17 R74 a call on the tech line is greeted and recorded, and opens nothing yet', async () => {
  const before = await howMany()
  const answer = await post('tech-line/answer', newCall())
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/xml; charset=utf-8' } })
  expect(namesOf(answer)).toEqual(['Say', 'Record', 'Redirect'])
  expect(saidBy(answer)).toContain('All our engineers are helping other customers.')
  expect(saidBy(answer)).toContain('This line wakes nobody. If you have a 24 by 7 contract')
  expect(saidBy(answer)).not.toContain('5550199')
  const [, record, redirect] = stepsOf(answer)
  expect(record?.attributes['action']).toBe(`${publicUrl}/hooks/voice/tech-line/recorded`)
  expect(record?.attributes['recordingStatusCallback']).toBe(`${publicUrl}/hooks/voice/tech-line`)
  expect(redirect?.text).toBe(`${publicUrl}/hooks/voice/tech-line/ended`)
  expect(await howMany()).toBe(before)
})

test('R20 R21 R22 the hotline asks for four things and says who is told: the desk by day, the engineer on call at night', async () => {
  const day = saidBy(await post('hotline/answer', newCall({ To: hotline })))
  backend.setNow(night)
  const dark = saidBy(await post('hotline/answer', newCall({ To: hotline })))
  for (const asked of ['company name', 'your name', 'number to call you back', 'stopped in production']) expect(dark).toContain(asked)
  expect([day, dark].map((said) => said.includes('engineer on call'))).toEqual([false, true])
  expect(saidBy(await post('tech-line/answer', newCall()))).toContain('The HelpDesk is closed at this hour.')
})

test('P30 the called number decides the greeting, and a request that is not signed hears nothing', async () => {
  expect(saidBy(await post('tech-line/answer', newCall({ To: hotline })))).toContain('hotline of')
  expect((await post('hotline/answer', newCall(), 'guessed')).statusCode).toBe(403)
})

test('R15 a firm’s name with marks of XML is said as it stands', async () => {
  const rename = async (firmName: string) => backend.database.write(async (tx) => tx.update(policy).set({ values: { ...defaultPolicyValues, firmName } }))
  await rename('Fax & Sons <Ltd> "24"')
  const said = saidBy(await post('tech-line/answer', newCall()))
  await rename(defaultPolicyValues.firmName)
  expect(said).toContain('the technical line of Fax & Sons <Ltd> "24".')
})

test('R16 R21 a message just spoken is a ticket before its recording is complete, once, and the caller hears that it arrived', async () => {
  backend.setNow(night)
  const call = newCall({ To: hotline, RecordingUrl: 'http://127.0.0.1:1/RE1' })
  const answer = await post('hotline/recorded', call)
  expect(namesOf(answer)).toEqual(['Say', 'Hangup'])
  expect(saidBy(answer)).toContain('Your message is with our engineers.')
  await post('hotline', { ...call, RecordingStatus: 'completed' })
  await post('hotline/ended', { ...newCall({ To: hotline }), CallSid: call.CallSid, CallStatus: 'completed' })
  const [opened, ...more] = await callsOf(call)
  expect(more).toEqual([])
  expect(opened?.call.recording).toBe('waiting')
  expect(await backend.database.queries.select().from(page).where(eq(page.ticketId, opened?.ticket.id ?? ''))).toHaveLength(1)
  expect(await bodiesOf(opened?.ticket.id ?? '')).not.toContainEqual(expect.objectContaining({ kind: 'recording' }))
  expect(wakes).toBe(1)
})

test('R16 a caller who hangs up or says nothing is a ticket with the number; R21 on the hotline at night it pages', async () => {
  const silent = newCall()
  const answer = await post('tech-line/ended', silent)
  expect(saidBy(answer)).toContain('We heard no message')
  const [opened] = await callsOf(silent)
  expect(opened?.ticket).toMatchObject({ channel: 'techLine', brief: 'Voicemail from +16145550131', requester: { phone: '+16145550131' } })
  expect(await bodiesOf(opened?.ticket.id ?? '')).toContainEqual({ kind: 'recording', outcome: 'lost', detail: 'the caller left no message' })

  backend.setNow(night)
  const hungUp = newCall({ To: hotline, CallStatus: 'completed' })
  await post('hotline/ended', hungUp)
  const [urgent] = await callsOf(hungUp)
  expect(await backend.database.queries.select().from(page).where(eq(page.ticketId, urgent?.ticket.id ?? ''))).toHaveLength(1)
})

test.each([
  ['absent', 'the caller left no message'],
  ['failed', 'the provider could not record it'],
])('R16 a recording that is %s is not waited for, and one that comes after all is', async (status, detail) => {
  const call = newCall({ RecordingUrl: 'http://127.0.0.1:1/RE2', RecordingStatus: status })
  await post('tech-line', call)
  const [before] = await callsOf(call)
  expect(before?.call).toMatchObject({ recording: 'none', detail })
  await post('tech-line', { ...call, RecordingStatus: 'completed' })
  const [after] = await callsOf(call)
  expect(after?.call).toMatchObject({ recording: 'waiting', recordingUrl: 'http://127.0.0.1:1/RE2' })
})
