import { describe, expect, it } from 'vitest'
import { toZone } from '../calendar/time'
import type { Instant } from '../calendar/time'
import { by, chicago, exampleContract, examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import { examplePageFacts } from '../fixtures/examplePageFacts'
import { applyCommand } from '../ticket/applyCommand'
import type { NewTicketFacts } from '../ticket/newTicket'
import type { Ticket } from '../ticket/ticket'
import { closingSweep } from './closingSweep'
import { decideAtClosing } from './decideAtClosing'
import type { ClosingFacts, ClosingOutcome } from './decideAtClosing'

const five = wall('2026-11-24T17:00')
const policy = examplePolicy()
const standard = [exampleContract({ kind: 'standard' })]

const urgent = (request: Partial<NewTicketFacts> = {}, row: Partial<Ticket> = {}): Ticket =>
  exampleTicket({ customerPriority: 'urgent', receivedAt: wall('2026-11-24T16:40'), ...request }, row)

const closing = (ticket: Ticket, changes: Partial<ClosingFacts> = {}): ClosingOutcome => {
  const { contracts, standby, shifts, engineers } = examplePageFacts()
  return decideAtClosing({ ticket, now: five, policy, contracts, standby, shifts, engineers, ...changes })
}

const called = (ticket: Ticket, outcome: 'reached' | 'noAnswer', at: Instant): Ticket => {
  const args = { ticketId: ticket.id, eventId: 'event-1', outcome, number: '952-555-0100', contactName: 'Ana Ortiz', text: '', startedAt: at, minutes: 5 }
  const logged = applyCommand(ticket, { name: 'logCall', args }, by('priya', at))
  if (!logged.ok) throw new Error(logged.refusal.sentence)
  return logged.ticket
}

describe('R65 a ticket open at 17:00', () => {
  it.each(['portal', 'hotline'] as const)('R65 is handed to the engineer on call when it is a 24×7 Urgent by %s without a callback', (channel) => {
    const outcome = closing(urgent({ channel }))
    expect(outcome).toMatchObject({ kind: 'handedOver', decision: { occasion: 'closing', page: true, decidedAt: five, engineerId: 'priya' } })
    expect(outcome.kind === 'handedOver' && outcome.decision.gates[0]).toEqual({
      gate: 'hours',
      pass: true,
      rule: 'R65',
      sentence: 'The desk has closed for this customer at 17:00 CT, and nobody has called back yet.',
    })
  })

  it('R65 goes to the desk first while that is staffed for other zones (R80)', () => {
    expect(closing(urgent())).toMatchObject({ decision: { firstTo: 'staffedQueue' } })
    const zone = toZone('America/Los_Angeles')
    expect(closing(urgent({ zone }), { now: wall('2026-11-24T17:00', zone) })).toMatchObject({ decision: { firstTo: 'onCall' } })
  })

  it('R65 pauses to 8:00 for a standard customer, and says so', () => {
    const outcome = closing(urgent(), { contracts: standard })
    expect(outcome).toMatchObject({ kind: 'pauses', decision: { page: false } })
    expect(outcome.kind === 'pauses' && outcome.decision.sentence).toMatch(/^Nobody is paged\. The contract does not include 24×7 \(Standard.*The callback clock pauses until 8:00 CT on Wed 25 Nov\.$/)
  })

  it('R65 pauses over a week-end by the customer’s own clock', () => {
    const zone = toZone('America/New_York')
    const friday = closing(urgent({ zone, receivedAt: wall('2026-11-27T16:40', zone) }), { now: wall('2026-11-27T17:00', zone), contracts: standard })
    expect(friday.kind === 'pauses' && friday.decision.sentence).toMatch(/pauses until 8:00 ET on Mon 30 Nov\.$/)
  })

  it.each<[string, Ticket]>([
    ['Medium', urgent({ customerPriority: 'medium' })],
    ['by e-mail', urgent({ channel: 'email' })],
    ['by tech line', urgent({ channel: 'techLine' })],
    ['on a test server', urgent({ environment: 'test' })],
    ['reviewed as High by an engineer', urgent({}, { engineerPriority: 'high' })],
    ['by hotline but reviewed as Low', urgent({ channel: 'hotline' }, { engineerPriority: 'low' })],
    ['Urgent by an engineer only (R71)', urgent({ customerPriority: 'medium' }, { engineerPriority: 'urgent' })],
  ])('R65 pauses for a 24×7 customer when it is %s', (_what, ticket) => {
    expect(closing(ticket)).toMatchObject({ kind: 'pauses', decision: { page: false } })
  })

  it('R65 R49 hands over what the customer called Urgent and an engineer confirmed', () => {
    expect(closing(urgent({}, { engineerPriority: 'urgent' })).kind).toBe('handedOver')
    expect(closing(urgent({ channel: 'hotline', customerPriority: 'medium' }, { engineerPriority: 'urgent' })).kind).toBe('handedOver')
  })

  it('R71 hands over an engineer’s own Urgent when the firm lets that page', () => {
    const ticket = urgent({ customerPriority: 'medium' }, { engineerPriority: 'urgent' })
    expect(closing(ticket, { policy: examplePolicy({ engineerUrgentPages: true }) }).kind).toBe('handedOver')
    expect(closing({ ...ticket, environment: 'test' }, { policy: examplePolicy({ engineerUrgentPages: true }) }).kind).toBe('pauses')
  })

  it('R65 is over once the customer was called, and not by a call that nobody answered (R60)', () => {
    expect(closing(called(urgent(), 'reached', wall('2026-11-24T16:50'))).kind).toBe('unaffected')
    expect(closing(called(urgent(), 'noAnswer', wall('2026-11-24T16:50'))).kind).toBe('handedOver')
  })

  it('R65 leaves finished tickets alone, and takes those that wait for the customer (R66)', () => {
    expect(['resolved', 'closed', 'waiting', 'open'].map((state) => closing(urgent({}, { state: state as Ticket['state'] })).kind)).toEqual([
      'unaffected',
      'unaffected',
      'handedOver',
      'handedOver',
    ])
  })

  it('R65 P30 does not repeat a page that is under way, but takes up one that nobody answered', () => {
    const paged = (at: string): Ticket => urgent({}, { facts: [...urgent().facts, { kind: 'paged', at: wall(at) }] })
    expect(closing(paged('2026-11-24T16:45')).kind).toBe('unaffected')
    expect(closing(paged('2026-11-24T16:30')).kind).toBe('unaffected')
    expect(closing(paged('2026-11-24T16:29:59.999')).kind).toBe('handedOver')
    expect(closing(paged('2026-11-24T07:30')).kind).toBe('handedOver')
  })

  it('R65 hands nothing over when the firm chose so', () => {
    const outcome = closing(urgent(), { policy: examplePolicy({ handOverAtClosing: false }) })
    expect(outcome.kind === 'pauses' && outcome.decision.sentence).toBe(
      'Nobody is paged. The firm has chosen not to hand open tickets to the engineer on call at closing time. The callback clock pauses until 8:00 CT on Wed 25 Nov.',
    )
  })

  it('R26 R65 waits for 17:00:00', () => {
    expect(closing(urgent(), { now: wall('2026-11-24T16:59:59.999') })).toEqual({ kind: 'unaffected', sentence: 'The desk is still open for this customer.' })
  })
})

describe('R65 the sweep before closing time', () => {
  const { standby, shifts, engineers } = examplePageFacts()
  const denver = toZone('America/Denver')
  const tickets = [
    urgent({ id: 'denver', number: 0, zone: denver }),
    urgent({ id: 'standard', number: 2, customerId: 'customer-2' }),
    urgent({ id: 'chicago', number: 1 }),
    urgent({ id: 'unknown', number: 4, customerId: null }),
    urgent({ id: 'new-york', number: 5, zone: toZone('America/New_York') }),
    called(urgent({ id: 'called', number: 6 }), 'reached', wall('2026-11-24T16:41')),
  ]
  const sweep = closingSweep(tickets, {
    now: wall('2026-11-24T16:45'),
    policy,
    standby,
    shifts,
    engineers,
    contractsOf: (customerId) => (customerId === null ? null : customerId === 'customer-2' ? standard : [exampleContract()]),
  })

  it('R65 lists what goes to the engineer on call, by each customer’s own closing time', () => {
    expect(sweep.handedOver.map(({ ticketId, closesAt, goesOnAt }) => [ticketId, closesAt, goesOnAt])).toEqual([
      ['chicago', five, five],
      ['denver', wall('2026-11-24T17:00', denver), wall('2026-11-24T17:00', denver)],
    ])
  })

  it('R65 lists what pauses and until when, and nothing that was called or is closed already', () => {
    expect(sweep.pauses.map(({ ticketId, goesOnAt }) => [ticketId, goesOnAt])).toEqual([
      ['standard', wall('2026-11-25T08:00')],
      ['unknown', wall('2026-11-25T08:00')],
    ])
  })

  it('R65 tells the same lists whatever the order of the tickets', () => {
    const context = { now: wall('2026-11-24T16:45'), policy, standby, shifts, engineers, contractsOf: () => [exampleContract()] }
    expect(closingSweep(tickets.toReversed(), context)).toEqual(closingSweep(tickets, context))
    expect(closingSweep(tickets, { ...context, now: wall('2026-11-24T17:00', chicago) }).handedOver.map(({ ticketId }) => ticketId)).toEqual(['denver'])
  })
})
