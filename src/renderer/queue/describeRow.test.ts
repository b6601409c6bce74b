// @vitest-environment node
import { expect, test } from 'vitest'
import { toInstant, toZone } from '../../domain/calendar/time'
import { defaultPolicyValues } from '../../domain/policy/defaultPolicy'
import { newTicket } from '../../domain/ticket/newTicket'
import type { NewTicketFacts } from '../../domain/ticket/newTicket'
import type { Ticket } from '../../domain/ticket/ticket'
import type { QueueEntry } from '../cache/views/queueEntry'
import { describeRow } from './describeRow'

const policy = { id: 'policy', rev: 1, version: 1, values: defaultPolicyValues } as const
const chicago = toZone('America/Chicago')
// Tuesday 24 November 2026, 14:00 in Chicago and 15:00 in New York.
const receivedAt = toInstant(Date.UTC(2026, 10, 24, 20, 0))
const minutesLater = (minutes: number) => ({ now: toInstant(receivedAt + minutes * 60_000), policy, zone: chicago })

function entry(facts: Partial<NewTicketFacts> = {}, change: Partial<Ticket> = {}, around: Partial<QueueEntry> = {}): QueueEntry {
  const ticket = newTicket({
    id: '6f1f6a52-0000-4000-8000-000000000001',
    number: 10_042,
    customerId: '6f1f6a52-0000-4000-8000-000000000002',
    siteId: null,
    contactId: null,
    requester: { name: 'Beth Kowalczyk', email: null, phone: '(614) 555-0131' },
    zone: toZone('America/New_York'),
    channel: 'portal',
    brief: 'RightFax down after patches',
    receivedAt,
    customerPriority: 'urgent',
    environment: 'production',
    answerBy: 'phone',
    heldReason: null,
    paged: false,
    ...facts,
  })
  const contract = { kind: '24x7', until: null, sentence: '24×7 until 31 Dec 2027' } as const
  return { ticket: { ...ticket, ...change }, customerName: 'Ostrander County', contract, assigneeName: null, pending: false, attachmentCount: 0, ...around }
}

test('R51 an Urgent that reads as down is told as DOWN', () => {
  expect(describeRow(entry(), minutesLater(1)).down).toBe(true)
  expect(describeRow(entry({ brief: 'Outbound stopped' }), minutesLater(1)).down).toBe(false)
})

test("R49 the customer's priority is told when an engineer's review differs", () => {
  expect(describeRow(entry(), minutesLater(1)).customerSaid).toBeNull()
  expect(describeRow(entry({}, { engineerPriority: 'high' }), minutesLater(1))).toMatchObject({ priority: 'high', customerSaid: 'urgent', down: false })
})

test('R57 the most pressing clock is told in the zone of the engineer', () => {
  expect(describeRow(entry(), minutesLater(18)).clock?.text).toContain('due 14:30 CT, 12 min left')
})

test('without a policy no promise is invented', () => {
  expect(describeRow(entry(), { ...minutesLater(18), policy: null })).toMatchObject({ clock: null, clockOpen: false })
})

test('the local time is the one of the customer', () => {
  expect(describeRow(entry(), minutesLater(18)).localTime).toBe('15:18 ET')
})

test.each([
  [0.5, 'now'],
  [9, '9 min'],
  [130, '2 h'],
  [60 * 50, '2 days'],
])('after %d minutes the age reads %s', (minutes, age) => {
  expect(describeRow(entry(), minutesLater(minutes)).age).toBe(age)
})

test('R16 an unidentified voicemail is known by its number', () => {
  const voicemail = entry({ customerId: null, channel: 'techLine', requester: { name: null, email: null, phone: '(614) 555-0131' } }, {}, { customerName: null, contract: null })
  const words = describeRow(voicemail, minutesLater(2))
  expect(words.customer).toBe('(614) 555-0131')
  expect(words.spoken).toContain('unidentified')
})

test('R17 a voicemail nobody listened to says so with its own age, until somebody did', () => {
  const call = { customerId: null, channel: 'techLine', requester: { name: null, email: null, phone: '(614) 555-0131' } } as const
  const words = describeRow(entry(call), minutesLater(14))
  expect(words.unheard).toBe('14 min')
  expect(words.spoken).toContain('voicemail not yet heard, waiting 14 min')
  const heard = entry(call, { facts: [{ kind: 'heard', at: receivedAt, engineerId: 'priya' }] })
  expect(describeRow(heard, minutesLater(14)).unheard).toBeNull()
  expect(describeRow(heard, minutesLater(14)).spoken).not.toContain('heard')
  expect(describeRow(entry(), minutesLater(14)).unheard).toBeNull()
})

test('the spoken row says all that the eye sees', () => {
  const words = describeRow(entry({ heldReason: 'requesterNotAuthorized' }, {}, { pending: true }), minutesLater(18)).spoken
  for (const part of ['Urgent', 'production down', 'number 10042', 'Ostrander County', '24×7 until 31 Dec 2027', 'Portal', '18 min ago', 'unclaimed', 'held', 'not sent yet'])
    expect(words).toContain(part)
})

test('R12 R18 no priority is put into a customer’s mouth who set none', () => {
  const review = { priority: 'high', productionDown: false } as const
  expect(describeRow(entry({ channel: 'email', customerPriority: 'medium' }, { engineerPriority: 'high' }), minutesLater(1)).customerSaid).toBeNull()
  expect(describeRow(entry({ channel: 'phone', customerPriority: 'medium', review, number: 0 }), minutesLater(1))).toMatchObject({ customerSaid: null, spoken: expect.stringContaining('number follows') as string })
})
