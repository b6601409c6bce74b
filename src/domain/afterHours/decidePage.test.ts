import { describe, expect, it } from 'vitest'
import { toZone } from '../calendar/time'
import type { CalendarDate } from '../calendar/time'
import { exampleContract, examplePolicy, exampleShift, wall } from '../fixtures/examples'
import { examplePageFacts, exampleStandbyWindow } from '../fixtures/examplePageFacts'
import { pagingTruthTable } from '../fixtures/pagingTruthTable'
import { decidePage } from './decidePage'
import { pageGates } from './page'
import type { PageDecision } from './page'
import type { PageFacts } from './pageFacts'

const decide = (changes: Partial<PageFacts> = {}): PageDecision => decidePage(examplePageFacts(changes))

/** The rule of the first of the four deciding gates that says no. */
const blockedBy = ({ gates }: PageDecision): string | null => gates.find(({ gate, pass }) => gate !== 'rota' && !pass)?.rule ?? null

describe('the paging truth table (after hours)', () => {
  it.each(pagingTruthTable)('$name', ({ facts, ...wanted }) => {
    const decision = decide(facts)
    const { page, engineerId, contractUnverified } = decision
    expect({ page, engineerId, blockedBy: blockedBy(decision), contractUnverified }).toEqual({
      page: wanted.page,
      engineerId: wanted.engineerId,
      blockedBy: wanted.blockedBy,
      contractUnverified: wanted.contractUnverified,
    })
    expect(decision.gates.map(({ gate }) => gate)).toEqual(pageGates)
    expect(decision.gates.every(({ rule, sentence }) => /^R\d+$/.test(rule) && sentence.endsWith('.'))).toBe(true)
    expect(decision.firstTo === null).toBe(!page)
  })

  it('R23 marks nothing unverified when nobody is paged', () => {
    expect(decide({ channel: 'hotline', contracts: null, now: wall('2026-11-24T10:00') })).toMatchObject({ page: false, contractUnverified: false })
  })
})

describe('the hours gate', () => {
  const holiday = examplePolicy({ holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }] })

  it('R22 pages nobody while the desk is open, not even for the hotline', () => {
    expect(blockedBy(decide({ channel: 'hotline', now: wall('2026-11-24T10:00') }))).toBe('R22')
    expect(blockedBy(decide({ now: wall('2026-11-24T10:00') }))).toBe('R68')
  })

  it('R26 pages from 17:00:00 on and no more from 8:00:00 on', () => {
    const times = ['2026-11-24T16:59:59.999', '2026-11-24T17:00', '2026-11-25T07:59:59.999', '2026-11-25T08:00']
    expect(times.map((time) => decide({ now: wall(time) }).page)).toEqual([false, true, true, false])
  })

  it('R27 R76 pages on a holiday at noon and says which', () => {
    const decision = decide({ now: wall('2026-11-26T12:00'), policy: holiday })
    expect(decision.page).toBe(true)
    expect(decision.gates[0]).toMatchObject({ rule: 'R27', sentence: 'It is Thanksgiving Day, a holiday, and so outside service hours.' })
  })

  it('R25 follows the office instead of the site when the firm chose so', () => {
    const now = wall('2026-11-24T17:30', 'America/New_York')
    const zone = toZone('America/New_York')
    expect(decide({ now, zone }).page).toBe(true)
    expect(decide({ now, zone, policy: examplePolicy({ hoursFollow: 'office' }) }).page).toBe(false)
  })

  it('R28 gives Arizona its own hours: in July it closes with Los Angeles, an hour after Denver', () => {
    const now = wall('2026-07-14T16:30', 'America/Phoenix')
    const pages = ['America/Phoenix', 'America/Los_Angeles', 'America/Denver'].map((zone) => decide({ now, zone: toZone(zone) }).page)
    expect(pages).toEqual([false, false, true])
  })
})

describe('the contract gate', () => {
  const newYear = { zone: toZone('America/New_York') }

  it('R78 covers the last day in full by the office’s clock', () => {
    expect(decide({ ...newYear, now: wall('2026-12-31T23:59:59.999') }).page).toBe(true)
    expect(decide({ ...newYear, now: wall('2027-01-01T00:00') }).page).toBe(false)
  })

  it('R78 gives grace only by the contract’s own date or the firm’s days, the contract’s first', () => {
    const own = [exampleContract({ graceUntil: '2027-01-15' as CalendarDate })]
    const tenDays = examplePolicy({ contractGraceDays: 10 })
    const pageAt = (day: string, changes: Partial<PageFacts>): boolean => decide({ ...newYear, now: wall(`${day}T00:00`), ...changes }).page
    expect([pageAt('2027-01-15', { contracts: own }), pageAt('2027-01-16', { contracts: own })]).toEqual([true, false])
    expect([pageAt('2027-01-10', { policy: tenDays }), pageAt('2027-01-11', { policy: tenDays })]).toEqual([true, false])
    expect([pageAt('2027-01-15', { contracts: own, policy: tenDays }), pageAt('2027-01-16', { contracts: own, policy: tenDays })]).toEqual([true, false])
  })

  it('R77 says by the account’s own contract that it is 24×7', () => {
    expect(decide().gates[1]).toEqual({ gate: 'contract', pass: true, rule: 'R77', sentence: 'The contract is active: 24×7 until 31 Dec 2026.' })
  })
})

describe('the priority gate', () => {
  const priorityGate = (changes: Partial<PageFacts>) => decide(changes).gates.find(({ gate }) => gate === 'priority')

  it('R70 tells a raise by the customer from an Urgent at receipt', () => {
    expect(priorityGate({ occasion: 'raised' })).toMatchObject({ pass: true, rule: 'R70', sentence: 'The customer raised the priority to Urgent.' })
    expect(priorityGate({})).toMatchObject({ pass: true, rule: 'R68', sentence: 'The customer set the priority to Urgent.' })
  })

  it('R49 names the priority that an engineer reviewed it to', () => {
    expect(priorityGate({ engineerPriority: 'high' })).toEqual({
      gate: 'priority',
      pass: false,
      rule: 'R49',
      sentence: 'An engineer has reviewed the priority as High, which does not page.',
    })
  })
})

describe('R81 booked standby', () => {
  const standard = { contracts: [exampleContract({ kind: 'standard' })] }
  const booked = (changes: Parameters<typeof exampleStandbyWindow>[0] = {}): Partial<PageFacts> => ({ ...standard, standby: [exampleStandbyWindow(changes)] })

  it('R81 holds from its first moment up to but without its last', () => {
    const times = ['2026-11-24T17:00', '2026-11-25T05:59:59.999', '2026-11-25T06:00', '2026-11-25T07:00']
    const window = booked({ endsAt: wall('2026-11-25T06:00') })
    expect(times.map((time) => decide({ ...window, now: wall(time) }).page)).toEqual([true, true, false, false])
    expect(decide({ ...booked({ startsAt: wall('2026-11-25T02:10') }) }).page).toBe(true)
    expect(decide({ ...booked({ startsAt: wall('2026-11-25T02:11') }) }).page).toBe(false)
  })

  it('R81 needs this customer’s booking and an accepted quote', () => {
    expect(decide(booked({ customerId: 'customer-2' })).page).toBe(false)
    expect(decide(booked({ quote: ' ' })).page).toBe(false)
    expect(decide({ ...booked(), customerId: null, contracts: null }).page).toBe(false)
  })

  it('R81 R82 wakes the named engineer, an installation engineer too, and the rota only if it owes the customer that', () => {
    expect(decide(booked())).toMatchObject({ firstTo: 'standbyEngineer', engineerId: 'ines', rotaFrom: null })
    expect(decide({ standby: [exampleStandbyWindow()] })).toMatchObject({ firstTo: 'standbyEngineer', engineerId: 'ines', rotaFrom: wall('2026-11-25T02:20') })
    expect(decide({ ...booked(), channel: 'hotline' })).toMatchObject({ contractUnverified: false, engineerId: 'ines', rotaFrom: wall('2026-11-25T02:20') })
    expect(decide(booked()).sentence).toBe('The engineer whom the standby booking names is paged. Standby after hours is booked for this customer, by quote Q-1044.')
  })

  it('R81 turns to the rota when the named engineer is not active any more', () => {
    const engineers = examplePageFacts().engineers.map((engineer) => (engineer.id === 'ines' ? { ...engineer, active: false } : engineer))
    expect(decide({ ...booked(), engineers })).toMatchObject({ page: true, firstTo: 'onCall', engineerId: 'priya' })
  })

  it('R81 of two bookings takes the one that began last, then the higher id, whatever their order', () => {
    const early = exampleStandbyWindow({ id: 'a', engineerId: 'miguel' })
    const late = exampleStandbyWindow({ id: 'b', startsAt: wall('2026-11-25T00:00') })
    const twin = exampleStandbyWindow({ id: 'c' })
    expect([[early, late], [late, early]].map((standby) => decide({ ...standard, standby }).engineerId)).toEqual(['ines', 'ines'])
    expect([[early, twin], [twin, early]].map((standby) => decide({ ...standard, standby }).engineerId)).toEqual(['ines', 'ines'])
  })

  it('R22 R81 does not page while the desk is open', () => {
    expect(blockedBy(decide({ ...booked({ startsAt: wall('2026-11-24T08:00') }), now: wall('2026-11-24T10:00') }))).toBe('R68')
  })
})

describe('R80 staffed elsewhere', () => {
  const eastern = { zone: toZone('America/New_York'), now: wall('2026-11-24T17:30', 'America/New_York') }

  it('R80 gives the page to the staffed desk first, and to the rota after the policy’s minutes', () => {
    expect(decide(eastern)).toMatchObject({ page: true, firstTo: 'staffedQueue', engineerId: 'priya', rotaFrom: wall('2026-11-24T17:35', 'America/New_York') })
    expect(decide(eastern).sentence).toBe(
      'The desk is still staffed for other time zones and gets the page first, for 5 min; then the engineer on call is paged. The contract is active: 24×7 until 31 Dec 2026.',
    )
    expect(decide({ ...eastern, policy: examplePolicy({ staffedFirstMinutes: 12 }) }).rotaFrom).toBe(wall('2026-11-24T17:42', 'America/New_York'))
  })

  it('R80 wakes the rota at once when the firm gives the desk no minutes, and when no zone is open', () => {
    expect(decide({ ...eastern, policy: examplePolicy({ staffedFirstMinutes: 0 }) })).toMatchObject({ firstTo: 'onCall', rotaFrom: eastern.now })
    const closing = wall('2026-11-24T17:00', 'America/Los_Angeles')
    expect(decide({ now: closing })).toMatchObject({ firstTo: 'onCall', rotaFrom: closing })
    expect(decide({ now: wall('2026-11-24T16:59:59.999', 'America/Los_Angeles') }).firstTo).toBe('staffedQueue')
  })

  it('R80 goes by the customer’s zone: at the same moment a customer in Los Angeles is in the queue', () => {
    expect(decide({ ...eastern, zone: toZone('America/Los_Angeles') }).page).toBe(false)
  })

  it('R80 takes who is on call when the rota gets it, not when the page begins', () => {
    const now = wall('2026-11-30T08:58', 'America/New_York')
    const shifts = [exampleShift({ engineerId: 'miguel', startsAt: wall('2026-11-30T08:00'), endsAt: wall('2026-12-07T08:00') }), exampleShift({ id: 'before' })]
    const zone = toZone('America/Chicago')
    expect(decide({ now, zone, shifts, policy: examplePolicy() })).toMatchObject({ firstTo: 'staffedQueue', engineerId: 'miguel' })
  })
})

describe('the rota gate', () => {
  it('R79 P35 still pages when the rota has a gap, and says so; the second stands in for a missing primary', () => {
    const gap = decide({ shifts: [] })
    expect(gap).toMatchObject({ page: true, engineerId: null })
    expect(gap.sentence).toMatch(/nobody on call: reach the support manager now/)
    expect(gap.gates.at(-1)).toMatchObject({ pass: false, rule: 'R79' })
    const onlySecond = examplePageFacts().shifts.filter(({ rank }) => rank === 'second')
    expect(decide({ shifts: onlySecond }).engineerId).toBe('miguel')
  })

  it.each([
    ['an installation engineer', { role: 'installation', active: true }],
    ['somebody who is not active', { role: 'helpdesk', active: false }],
  ] as const)('R5 R82 never answers %s, and says that it does not', (_who, changes) => {
    const { engineers } = examplePageFacts()
    const without = (...ids: readonly string[]) => engineers.map((engineer) => (ids.includes(engineer.id) ? { ...engineer, ...changes } : engineer))
    const second = decide({ engineers: without('priya') })
    expect(second.engineerId).toBe('miguel')
    expect(second.gates.at(-1)?.sentence).toMatch(/not active or takes no pages, so the second on call is taken/)
    const nobody = decide({ engineers: without('priya', 'miguel') })
    expect(nobody).toMatchObject({ page: true, engineerId: null })
    expect(nobody.gates.at(-1)?.pass).toBe(false)
  })
})

describe('the record', () => {
  it('P28 keeps the moment, the policy’s version and one sentence that says why', () => {
    const policy = { ...examplePolicy(), version: 4 }
    expect(decide({ policy })).toMatchObject({ decidedAt: wall('2026-11-25T02:10'), policyVersion: 4, sentence: 'The engineer on call is paged. The contract is active: 24×7 until 31 Dec 2026.' })
    expect(decide({ channel: 'email' }).sentence).toBe('Nobody is paged. It came by e-mail, and e-mail never pages, whatever it says.')
  })

  it('P28 keeps of the rota a week before and two weeks after, of the policy what it used, and nobody who is not named', () => {
    const week = (id: string, startsAt: string, endsAt: string) => exampleShift({ id, startsAt: wall(startsAt), endsAt: wall(endsAt) })
    const shifts = [
      week('over', '2026-11-09T08:00', '2026-11-18T02:10'),
      week('before', '2026-11-16T08:00', '2026-11-23T08:00'),
      week('now', '2026-11-23T08:00', '2026-11-30T08:00'),
      week('after', '2026-12-07T08:00', '2026-12-14T08:00'),
      week('far', '2026-12-09T02:10', '2026-12-16T08:00'),
    ]
    const { facts } = decide({ shifts, standby: [exampleStandbyWindow({ customerId: 'customer-2' })] })
    expect(facts?.shifts.map(({ id }) => id)).toEqual(['before', 'now', 'after'])
    expect(facts?.engineers).toEqual([{ id: 'priya', role: 'helpdesk', active: true }])
    expect(facts?.standby).toEqual([])
    expect(facts?.policy.values).not.toHaveProperty('firmName')
    expect(facts?.policy.values.holidays).toEqual(examplePolicy().values.holidays)
  })
})
