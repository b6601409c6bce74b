import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { toInstant, toZone } from '../calendar/time'
import type { CalendarDate, Instant } from '../calendar/time'
import type { Contract } from '../customer/customer'
import { chicago, exampleContract, examplePolicy, exampleShift, wall } from '../fixtures/examples'
import type { Shift } from '../onCall/shift'
import { channels, priorities } from '../ticket/ticket'
import { decidePage } from './decidePage'
import type { PageFacts } from './decidePage'
import { pageGates } from './page'

const policy = examplePolicy({ holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }] })
const shift: Shift = exampleShift({ id: 's1', startsAt: wall('2025-01-01T00:00'), endsAt: wall('2036-01-01T00:00') })
const full = exampleContract()
const standard = exampleContract({ kind: 'standard' })
const ended = exampleContract({ startsOn: '2025-01-01' as CalendarDate, endsOn: '2025-12-31' as CalendarDate })

const night = wall('2026-11-25T02:10')
const facts = (changes: Partial<PageFacts> = {}): PageFacts => ({
  now: night,
  channel: 'portal',
  customerPriority: 'urgent',
  prioritySetBy: 'customer',
  zone: chicago,
  policy,
  contracts: [full],
  shifts: [shift],
  environment: 'production',
  ...changes,
})
const ruleThatBlocks = (changes: Partial<PageFacts>): string | undefined =>
  decidePage(facts(changes)).gates.find((gate) => !gate.pass)?.rule

describe('the paging truth table (after hours)', () => {
  it.each<[string, Partial<PageFacts>, boolean, string | undefined]>([
    ['R68 24x7, portal, Urgent', {}, true, undefined],
    ['R69 24x7, portal, High', { customerPriority: 'high' }, false, 'R69'],
    ['R69 24x7, portal, Medium', { customerPriority: 'medium' }, false, 'R69'],
    ['R69 24x7, portal, Low', { customerPriority: 'low' }, false, 'R69'],
    ['R70 24x7, portal, changed to Urgent later by the customer', { now: wall('2026-11-25T03:30') }, true, undefined],
    ['R21 24x7, hotline, any priority', { channel: 'hotline', customerPriority: 'medium' }, true, undefined],
    ['R14 R73 24x7, e-mail, Urgent in words', { channel: 'email' }, false, 'R14'],
    ['R74 24x7, tech-line voicemail', { channel: 'techLine' }, false, 'R74'],
    ['R18 24x7, a live call', { channel: 'phone' }, false, 'R18'],
    ['R72 standard, portal, Urgent', { contracts: [standard] }, false, 'R72'],
    ['R78 ended, portal, Urgent', { contracts: [ended] }, false, 'R78'],
    ['R99 no contract, portal, Urgent', { contracts: [] }, false, 'R99'],
    ['R68 unknown account, portal, Urgent', { contracts: null }, false, 'R68'],
    ['R23 unknown account, hotline', { channel: 'hotline', contracts: null }, true, undefined],
    ['R23 standard account, hotline', { channel: 'hotline', contracts: [standard] }, true, undefined],
    ['R71 any, Urgent set by an engineer', { prioritySetBy: 'engineer' }, false, 'R71'],
    ['R46 24x7, portal, Urgent on a test server', { environment: 'test' }, false, 'R46'],
  ])('%s', (_name, changes, page, rule) => {
    const decision = decidePage(facts(changes))
    expect(decision.page).toBe(page)
    expect(ruleThatBlocks(changes)).toBe(rule)
    expect(decision.gates.map((gate) => gate.gate)).toEqual(pageGates)
    expect(decision.engineerId).toBe(page ? 'priya' : null)
  })

  it('R23 marks the unverified ones, and only those', () => {
    expect(decidePage(facts({ channel: 'hotline', contracts: null })).contractUnverified).toBe(true)
    expect(decidePage(facts({ channel: 'hotline', contracts: [standard] })).contractUnverified).toBe(true)
    expect(decidePage(facts({ channel: 'hotline' })).contractUnverified).toBe(false)
    expect(decidePage(facts({ channel: 'hotline', contracts: null, now: wall('2026-11-24T10:00') })).contractUnverified).toBe(false)
  })
})

describe('the gates', () => {
  it('R22 pages nobody while the desk is open, not even for the hotline', () => {
    expect(ruleThatBlocks({ channel: 'hotline', now: wall('2026-11-24T10:00') })).toBe('R22')
    expect(ruleThatBlocks({ now: wall('2026-11-24T10:00') })).toBe('R68')
  })

  it('R26 pages from 17:00:00 on and no more from 8:00:00 on', () => {
    const times = ['2026-11-24T16:59:59.999', '2026-11-24T17:00', '2026-11-25T07:59:59.999', '2026-11-25T08:00']
    expect(times.map((time) => decidePage(facts({ now: wall(time) })).page)).toEqual([false, true, true, false])
  })

  it('R27 R76 pages on a holiday at noon and says which', () => {
    const decision = decidePage(facts({ now: wall('2026-11-26T12:00') }))
    expect(decision.page).toBe(true)
    expect(decision.gates[0]).toMatchObject({ rule: 'R27', sentence: 'It is Thanksgiving Day, a holiday, and so outside service hours.' })
  })

  it('R80 goes by the customer’s zone: 17:30 Eastern pages, 14:30 Pacific at the same moment does not', () => {
    const now = wall('2026-11-24T17:30', 'America/New_York')
    expect(decidePage(facts({ now, zone: toZone('America/New_York') })).page).toBe(true)
    expect(decidePage(facts({ now, zone: toZone('America/Los_Angeles') })).page).toBe(false)
  })

  it('R78 covers the last day in full by the office’s clock, and grace only when an administrator set it', () => {
    const newYear = { zone: toZone('America/New_York') }
    expect(decidePage(facts({ ...newYear, now: wall('2026-12-31T23:59:59.999') })).page).toBe(true)
    expect(decidePage(facts({ ...newYear, now: wall('2027-01-01T00:00') })).page).toBe(false)
    const grace = exampleContract({ graceUntil: '2027-01-15' as CalendarDate })
    expect(decidePage(facts({ ...newYear, now: wall('2027-01-01T00:00'), contracts: [grace] })).page).toBe(true)
    expect(decidePage(facts({ ...newYear, now: wall('2027-01-16T00:00'), contracts: [grace] })).page).toBe(false)
  })

  it('R79 P35 still pages when the rota has a gap, and says so; the second stands in for a missing primary', () => {
    const gap = decidePage(facts({ shifts: [] }))
    expect(gap).toMatchObject({ page: true, engineerId: null })
    expect(gap.sentence).toMatch(/nobody on call/)
    expect(gap.gates.at(-1)?.pass).toBe(false)
    expect(decidePage(facts({ shifts: [{ ...shift, rank: 'second', engineerId: 'miguel' }] })).engineerId).toBe('miguel')
  })

  it('keeps the moment, the policy’s version and one sentence that says why', () => {
    expect(decidePage(facts({ policy: { ...policy, version: 4 } }))).toMatchObject({ decidedAt: night, policyVersion: 4, sentence: 'The engineer on call is paged. The contract is active: 24×7 until 31 Dec 2026.' })
    expect(decidePage(facts({ channel: 'email' })).sentence).toBe('Nobody is paged. It came by e-mail, and e-mail never pages, whatever it says.')
  })
})

describe('P28 the matrix', () => {
  const contracts: readonly (readonly [string, readonly Contract[] | null])[] = [['24x7', [full]], ['standard', [standard]], ['ended', [ended]], ['unknown', null]]
  const times: readonly (readonly [string, boolean])[] = [
    ['2026-11-24T07:59:59', false], ['2026-11-24T08:00:00', true], ['2026-11-24T12:00:00', true], ['2026-11-24T16:59:59', true],
    ['2026-11-24T17:00:00', false], ['2026-11-24T23:59:59', false], ['2026-11-25T00:00:00', false], ['2026-11-26T12:00:00', false],
    ['2026-11-28T12:00:00', false], ['2026-11-29T12:00:00', false], ['2026-11-01T01:30:00', false], ['2026-03-08T03:00:00', false],
  ]

  it('pages for 24x7 ∧ after hours ∧ (Urgent by portal ∨ hotline), unverified hotline besides, and for nothing else', () => {
    let asked = 0
    for (const channel of channels) {
      for (const [kind, of] of contracts) {
        for (const customerPriority of priorities) {
          for (const [time, open] of times) {
            const wanted = !open && (channel === 'hotline' || (kind === '24x7' && channel === 'portal' && customerPriority === 'urgent'))
            const decision = decidePage(facts({ channel, contracts: of, customerPriority, now: wall(time) }))
            expect(decision.page, `${channel} ${kind} ${customerPriority} ${time}`).toBe(wanted)
            expect(decision.gates.every((gate) => gate.rule !== '' && gate.sentence !== '')).toBe(true)
            asked += 1
          }
        }
      }
    }
    expect(asked).toBe(5 * 4 * 4 * 12)
  })

  it('R28 switches at 17:00 and 8:00 by the wall on the working days around each change of the clocks', () => {
    const forever = [exampleContract({ endsOn: '2040-12-31' as CalendarDate })]
    for (const name of ['America/New_York', 'America/Boise', 'America/Phoenix', 'America/Indiana/Knox', 'America/Los_Angeles']) {
      const zone = toZone(name)
      const pageAt = (day: Temporal.PlainDate, time: string, shiftMs = 0): boolean =>
        decidePage(facts({ zone, contracts: forever, now: toInstant(wall(`${day.toString()}T${time}`, name) + shiftMs) as Instant })).page
      for (let year = 2026; year < 2029; year += 1) {
        for (const sunday of [firstSunday(year, 3).add({ days: 7 }), firstSunday(year, 11)]) {
          for (const day of [sunday.subtract({ days: 2 }), sunday.add({ days: 1 })]) {
            expect([pageAt(day, '08:00', -1), pageAt(day, '08:00'), pageAt(day, '17:00', -1), pageAt(day, '17:00')]).toEqual([true, false, false, true])
          }
        }
      }
    }
  })
})

const firstSunday = (year: number, month: number): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ days: 7 - first.dayOfWeek })
}
