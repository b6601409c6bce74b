// @vitest-environment node
import { expect, test } from 'vitest'
import { toInstant, toZone } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'
import { sayMoment } from '../../domain/calendar/sayTime'
import { timelineWords } from './timelineWords'

const now = toInstant(Date.UTC(2026, 10, 24, 16))
const sayAt = (at: Instant): string => sayMoment(at, toZone('America/Chicago'), now)

test('taking a ticket oneself reads as a claim, giving it to another as an assignment', () => {
  const body = { kind: 'assigned', engineerId: 'dana', engineerName: 'Dana Whitfield' } as const
  expect(timelineWords(body, 'dana', sayAt)).toBe('claimed it')
  expect(timelineWords(body, 'miguel', sayAt)).toBe('assigned it to Dana Whitfield')
})

test('R49 a change of priority says from, to and why', () => {
  const body = { kind: 'priority', by: 'engineer', from: 'medium', to: 'urgent', productionDown: true, reason: 'Inbound stopped' } as const
  expect(timelineWords(body, 'dana', sayAt)).toBe('changed the priority from Medium to Urgent, production down: Inbound stopped')
})

test('R50 taking a ticket out of turn says why, and merging says what it did to the priority', () => {
  expect(timelineWords({ kind: 'assigned', engineerId: 'dana', engineerName: 'Dana Whitfield', reason: 'On the phone with them' }, 'dana', sayAt)).toBe('claimed it: On the phone with them')
  const merged = { kind: 'merged', ticketId: 't', number: 10_043, from: 'medium', to: 'urgent', productionDown: true, reason: '' } as const
  expect(timelineWords(merged, 'dana', sayAt)).toBe('merged #10043 into it, which made it Urgent, production down')
  expect(timelineWords({ ...merged, to: 'medium', reason: 'Same fault' }, 'dana', sayAt)).toBe('merged #10043 into it: Same fault')
  const other = { ticketId: 't', number: 10_043, reason: 'Same fault' } as const
  expect(timelineWords({ kind: 'mergedInto', ...other }, 'dana', sayAt)).toBe('merged it into #10043: Same fault')
  expect(timelineWords({ kind: 'splitOff', ...other, reason: 'Two faults' }, 'dana', sayAt)).toBe('split it off #10043 again: Two faults')
})

test('R66 a promise to come back says by when', () => {
  const body = { kind: 'followUp', followUpId: 'f', due: toInstant(Date.UTC(2026, 10, 25, 15)), text: 'What the vendor says' } as const
  expect(timelineWords(body, 'dana', sayAt)).toBe('promised to come back by tomorrow 9:00 CT: What the vendor says')
})

test('R17 a recording that could not be fetched says so, and why', () => {
  expect(timelineWords({ kind: 'recording', outcome: 'delayed', detail: 'the provider answered 503' }, null, sayAt)).toBe(
    'The voicemail’s recording could not be fetched and is tried again: the provider answered 503',
  )
})

test('a mail that failed says so', () => {
  expect(timelineWords({ kind: 'mail', outcome: 'failed', to: 'beth@example.com', detail: 'mailbox full' }, null, sayAt)).toBe('Mail could not be sent to beth@example.com: mailbox full')
})
