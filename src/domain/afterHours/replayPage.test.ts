import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant, toZone } from '../calendar/time'
import type { CalendarDate } from '../calendar/time'
import { exampleContract, examplePolicy, exampleShift, wall } from '../fixtures/examples'
import { examplePageFacts, exampleStandbyWindow } from '../fixtures/examplePageFacts'
import { channels, environments, priorities } from '../ticket/ticket'
import { decidePage } from './decidePage'
import { pageByHand } from './pageByHand'
import type { PageDecision } from './page'
import type { PageFacts } from './pageFacts'
import { replayPage } from './replayPage'
import { whatIf } from './whatIf'

const stored = (decision: PageDecision): PageDecision => JSON.parse(JSON.stringify(decision)) as PageDecision

const shifts = ['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07'].map((monday, index) =>
  exampleShift({ id: monday, engineerId: index % 2 === 0 ? 'priya' : 'miguel', startsAt: wall(`${monday}T08:00`), endsAt: toInstant(wall(`${monday}T08:00`) + 7 * 86_400_000) }),
)

/** A few, because a policy that nobody has seen yet has its opening hours built first. */
const policies = [
  examplePolicy(),
  examplePolicy({ staffedFirstMinutes: 0, engineerUrgentPages: true }),
  examplePolicy({ hoursFollow: 'office', handOverAtClosing: false, holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }] }),
]

const anyFacts: fc.Arbitrary<PageFacts> = fc
  .record({
    occasion: fc.constantFrom('receipt', 'raised', 'closing'),
    now: fc.integer({ min: wall('2026-11-16T08:00'), max: wall('2026-12-20T00:00') }).map(toInstant),
    channel: fc.constantFrom(...channels),
    customerPriority: fc.constantFrom(...priorities),
    engineerPriority: fc.constantFrom(null, ...priorities),
    environment: fc.constantFrom(...environments),
    zone: fc.constantFrom('America/Chicago', 'America/Phoenix', 'Pacific/Honolulu').map(toZone),
    policy: fc.constantFrom(...policies),
    contracts: fc.constantFrom(null, [], [exampleContract()], [exampleContract({ kind: 'standard' })]),
    standby: fc.subarray([exampleStandbyWindow(), exampleStandbyWindow({ id: 'other', customerId: 'customer-2' })]),
    shifts: fc.subarray(shifts),
  })
  .map((changes) => examplePageFacts(changes))

describe('replaying a record', () => {
  it('P28 R68 decides every record again as it was, from memory and from the database', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const decision = decidePage(facts)
        expect(replayPage(decision)).toMatchObject({ same: true, differences: [], outcomes: [] })
        expect(replayPage(stored(decision))?.same).toBe(true)
        expect(stored(decision)).toEqual(decision)
      }),
      { numRuns: 60 },
    )
  })

  it('P28 R71 replays a page by hand', () => {
    const handed = pageByHand(examplePageFacts({ channel: 'email' }), { by: 'Priya Raman', reason: 'Both directions stopped' })
    expect(handed.ok && replayPage(stored(handed.decision))?.same).toBe(true)
  })

  it('P28 names what a record that was altered, or made by other rules, would be now', () => {
    const decision = decidePage(examplePageFacts())
    const gates = decision.gates.map((gate) => (gate.gate === 'contract' ? { ...gate, rule: 'R72', pass: false } : gate))
    const replayed = replayPage({ ...decision, page: false, engineerId: null, gates })
    expect(replayed?.same).toBe(false)
    expect(replayed?.differences.map(({ gate, was, would }) => [gate, was.rule, would.rule])).toEqual([['contract', 'R72', 'R77']])
    expect(replayed?.outcomes).toEqual(['page', 'engineerId'])
    expect(replayPage({ ...decision, engineerId: 'miguel' })).toMatchObject({ same: false, differences: [], outcomes: ['engineerId'] })
    expect(replayPage({ ...decision, gates: decision.gates.slice(0, 4) })?.same).toBe(false)
  })

  it('P28 says that a record without facts cannot be replayed', () => {
    const decision = { ...decidePage(examplePageFacts()), facts: null }
    expect([replayPage(decision), whatIf(decision, { channel: 'email' })]).toEqual([null, null])
  })
})

describe('what if', () => {
  const email = decidePage(examplePageFacts({ channel: 'email' }))
  const page = decidePage(examplePageFacts())

  it('R73 says that the portal would have paged, and which gate made the difference', () => {
    const imagined = whatIf(email, { channel: 'portal' })
    expect(imagined?.differences.map(({ gate, was, would }) => [gate, was.rule, was.pass, would.rule, would.pass])).toEqual([['channel', 'R14', false, 'R68', true]])
    expect(imagined?.sentence).toBe('It would have paged: The engineer on call is paged. The contract is active: 24×7 until 31 Dec 2026.')
  })

  it('R69 R72 says that it would not have paged, or not either', () => {
    expect(whatIf(page, { customerPriority: 'medium' })?.sentence).toBe('It would not have paged: Nobody is paged. The customer’s priority is Medium, not Urgent: first seen at the next opening.')
    expect(whatIf(email, { contracts: [exampleContract({ kind: 'standard' })] })?.sentence).toMatch(/^It would not have paged either: Nobody is paged\. The contract does not include 24×7/)
  })

  it('R68 says what stays the same, and who would have been woken otherwise', () => {
    expect(whatIf(page, {})).toMatchObject({ differences: [], sentence: expect.stringMatching(/^It would have paged all the same: The engineer on call/) as string })
    expect(whatIf(page, { now: wall('2026-11-24T17:30') })?.sentence).toMatch(/^It would have paged all the same, but otherwise: The desk is still staffed/)
  })

  it('R22 R25 R71 imagines other times, zones and numbers of the policy', () => {
    const pages = (from: PageDecision, changes: Parameters<typeof whatIf>[1]) => whatIf(from, changes)?.decision.page
    expect(pages(page, { now: wall('2026-11-25T08:00') })).toBe(false)
    expect(pages(page, { now: wall('2026-11-25T07:30'), zone: toZone('America/New_York') })).toBe(false)
    expect(pages(page, { now: wall('2026-11-26T12:00') })).toBe(false)
    expect(pages(page, { now: wall('2026-11-26T12:00'), policy: { holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }] } })).toBe(true)
    const raised = decidePage(examplePageFacts({ occasion: 'raised', customerPriority: 'high', engineerPriority: 'urgent' }))
    expect([raised.page, pages(raised, { policy: { engineerUrgentPages: true } })]).toEqual([false, true])
  })
})
