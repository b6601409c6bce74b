import { describe, expect, it } from 'vitest'
import { examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import type { Ticket } from '../ticket/ticket'
import { wantedAlerts } from './wantedAlerts'

const now = wall('2026-11-24T10:18')
const urgent = (row: Partial<Ticket> = {}): Ticket => exampleTicket({ customerPriority: 'urgent', brief: 'RightFax is down' }, row)
const want = (...tickets: readonly Ticket[]): ReturnType<typeof wantedAlerts> =>
  wantedAlerts({ tickets, customers: new Map([['customer-1', { name: 'Lakeside Clinic' }]]), policy: examplePolicy(), now, me: 'priya' })

describe('the set of alerts', () => {
  it('R54 R55 tells every desk of an Urgent that nobody has seen, in words', () => {
    expect(want(urgent())).toEqual([
      {
        key: 'urgent:ticket-1',
        ticketId: 'ticket-1',
        title: 'Urgent · Lakeside Clinic · production down',
        body: 'RightFax is down\nCallback due 10:30 CT, 12 min left',
        urgent: true,
      },
    ])
  })

  it('R54 is empty once it is acknowledged, claimed, held, finished or waiting, and for what is not Urgent', () => {
    const others = [
      urgent({ acknowledgedAt: now, acknowledgedBy: 'miguel' }), urgent({ assigneeId: 'miguel' }), urgent({ heldReason: 'requesterNotAuthorized' }),
      urgent({ state: 'resolved' }), urgent({ state: 'waiting' }), urgent({ engineerPriority: 'medium' }), urgent({ environment: 'test' }), exampleTicket(),
    ]
    expect(want(...others)).toEqual([])
  })

  it('keeps the same key from tick to tick and lists in queue order', () => {
    const later = urgent({ id: 'ticket-2', number: 10_043, receivedAt: wall('2026-11-24T10:05') })
    expect(want(later, urgent()).map((alert) => alert.key)).toEqual(['urgent:ticket-1', 'urgent:ticket-2'])
  })

  it('R70 rings for my own ticket when a page came after I took it, and not for a colleague’s', () => {
    const paged = (assigneeId: string): Ticket => urgent({ assigneeId, facts: [{ kind: 'assigned', at: now, engineerId: assigneeId }, { kind: 'paged', at: now }] })
    expect(want(paged('priya'))).toHaveLength(1)
    expect(want(paged('miguel'))).toEqual([])
    expect(want(urgent({ assigneeId: 'priya', facts: [{ kind: 'paged', at: now }, { kind: 'assigned', at: now, engineerId: 'priya' }] }))).toEqual([])
  })

  it('R16 names the number of somebody unidentified', () => {
    expect(want(urgent({ customerId: null }))[0]?.title).toBe('Urgent · 952-555-0100 · production down')
  })
})
