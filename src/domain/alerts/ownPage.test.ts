import { expect, it } from 'vitest'
import { examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import type { Ticket } from '../ticket/ticket'
import { wantedAlerts } from './wantedAlerts'

const now = wall('2026-11-24T10:18')
const alertsFor = (row: Partial<Ticket>): number => {
  const ticket = exampleTicket({ customerPriority: 'urgent' }, { assigneeId: 'priya', facts: [{ kind: 'assigned', at: now, engineerId: 'priya' }, { kind: 'paged', at: now }], ...row })
  return wantedAlerts({ tickets: [ticket], customers: new Map(), policy: examplePolicy(), now, me: 'priya' }).length
}

it('R70 my own page rings until I acknowledge it, the ticket is finished, or it is Urgent no more', () => {
  expect(alertsFor({})).toBe(1)
  expect([alertsFor({ acknowledgedAt: now }), alertsFor({ state: 'resolved' }), alertsFor({ state: 'waiting' }), alertsFor({ engineerPriority: 'high' })]).toEqual([0, 0, 0, 0])
})
