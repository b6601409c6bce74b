// @vitest-environment node
import { expect, test } from 'vitest'
import { timelineWords } from './timelineWords'

test('taking a ticket oneself reads as a claim, giving it to another as an assignment', () => {
  const body = { kind: 'assigned', engineerId: 'dana', engineerName: 'Dana Whitfield' } as const
  expect(timelineWords(body, 'dana')).toBe('claimed it')
  expect(timelineWords(body, 'miguel')).toBe('assigned it to Dana Whitfield')
})

test('R49 a change of priority says from, to and why', () => {
  const body = { kind: 'priority', by: 'engineer', from: 'medium', to: 'urgent', productionDown: true, reason: 'Inbound stopped' } as const
  expect(timelineWords(body, 'dana')).toBe('changed the priority from Medium to Urgent, production down: Inbound stopped')
})

test('a mail that failed says so', () => {
  expect(timelineWords({ kind: 'mail', outcome: 'failed', to: 'beth@example.com', detail: 'mailbox full' }, null)).toBe('Mail could not be sent to beth@example.com: mailbox full')
})
