import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addRealMinutes } from '../calendar/time'
import type { Instant } from '../calendar/time'
import { exampleDutyEngineer, exampleDutyEngineers } from '../fixtures/exampleDutyEngineer'
import { examplePolicy, exampleShift, wall } from '../fixtures/examples'
import type { LadderPage } from './ladderPlan'
import type { LadderStep } from './ladderStep'
import { pagingLadder } from './pagingLadder'
import type { LadderFacts } from './pagingLadder'
import type { Shift } from './shift'
import { stepDue } from './stepDue'

const createdAt = wall('2026-11-25T02:10')
const primary = exampleShift({ id: '1', engineerId: 'dana' })
const second = exampleShift({ id: '2', engineerId: 'miguel', rank: 'second' })
const page = (changes: Partial<LadderPage> = {}): LadderPage => ({ createdAt, firstTo: 'onCall', engineerId: 'dana', rotaFrom: createdAt, acknowledgedAt: null, ...changes })
const facts = (changes: Partial<LadderFacts> = {}): LadderFacts => ({
  page: page(), shifts: [primary, second], engineers: exampleDutyEngineers, policy: examplePolicy(), resumedAt: null, ...changes,
})
const minutesIn = (at: Instant): number => (at - createdAt) / 60_000
const told = (changes: Partial<LadderFacts>): readonly (readonly [number, string, string])[] =>
  pagingLadder(facts(changes)).steps.map(({ at, to, engineerIds }) => [minutesIn(at), to, engineerIds.join('+')] as const)
const sentences = (changes: Partial<LadderFacts>): readonly string[] => pagingLadder(facts(changes)).steps.map(({ sentence }) => sentence)

describe('R64 the paging ladder', () => {
  it('R64 climbs from the primary to the second at 10 minutes and the support manager at 20, and then is loud', () => {
    expect(told({})).toEqual([
      [0, 'primary', 'dana'],
      [10, 'second', 'miguel'],
      [20, 'supportManager', 'marian'],
      [30, 'exhausted', 'dana+miguel+marian'],
    ])
    expect(sentences({})).toEqual([
      'Wed 25 Nov 2:10 CT: Dana, primary on call.',
      'Wed 25 Nov 2:20 CT: Miguel, second on call, because nobody has acknowledged.',
      'Wed 25 Nov 2:30 CT: Marian, support manager, because nobody has acknowledged.',
      'Wed 25 Nov 2:40 CT: nobody is left to ask and nobody has acknowledged, so it goes to all who can be reached: Dana, Miguel and Marian. Call them, or the customer, now.',
    ])
  })

  it('R64 follows the policy’s minutes, in whatever order they come', () => {
    const policy = examplePolicy({ pageSecondMinutes: 15, pageManagerMinutes: 5, pageAcknowledgeMinutes: 3 })
    expect(told({ policy })).toEqual([[0, 'primary', 'dana'], [5, 'supportManager', 'marian'], [15, 'second', 'miguel'], [18, 'exhausted', 'dana+miguel+marian']])
  })

  it('R80 gives the queue of a staffed desk its minutes first, and the rota its own from then on', () => {
    const staffed = page({ firstTo: 'staffedQueue', rotaFrom: addRealMinutes(createdAt, 5) })
    expect(told({ page: staffed })).toEqual([[0, 'staffedQueue', ''], [5, 'primary', 'dana'], [15, 'second', 'miguel'], [25, 'supportManager', 'marian'], [35, 'exhausted', 'dana+miguel+marian']])
    expect(sentences({ page: staffed })[0]).toBe('Wed 25 Nov 2:10 CT: the desk is staffed for another zone, so it goes to the top of its queue first.')
  })

  it('R81 goes to the engineer whom the booking names, and to the rota only if that is owed', () => {
    const standby = page({ firstTo: 'standbyEngineer', engineerId: 'grace', rotaFrom: null })
    expect(told({ page: standby })).toEqual([[0, 'standbyEngineer', 'grace'], [20, 'supportManager', 'marian'], [30, 'exhausted', 'grace+dana+miguel+marian']])
    expect(told({ page: { ...standby, rotaFrom: addRealMinutes(createdAt, 10) } }).map(([at, to]) => [at, to])).toEqual([
      [0, 'standbyEngineer'], [10, 'primary'], [20, 'second'], [30, 'supportManager'], [40, 'exhausted'],
    ])
  })

  it('R5 R82 never pages an installation engineer by rota', () => {
    const steps = told({ shifts: [{ ...primary, engineerId: 'grace' }, second] })
    expect(steps.map(([at, to, who]) => [at, to, who])).toEqual([[0, 'second', 'miguel'], [10, 'supportManager', 'marian'], [20, 'exhausted', 'miguel+marian']])
    expect(sentences({ shifts: [{ ...primary, engineerId: 'grace' }, second] })[0]).toBe(
      'Wed 25 Nov 2:10 CT: Miguel, second on call. Passed over: primary on call (Grace is an installation engineer, and those are never on call by rota (R5)).',
    )
  })
})

describe('P35 a ladder has no silent hole', () => {
  const withoutManager = exampleDutyEngineers.filter(({ role }) => role !== 'supportManager')

  it('P35 gives the time of a rung with nobody to the next one at once', () => {
    expect(told({ shifts: [second] })).toEqual([[0, 'second', 'miguel'], [10, 'supportManager', 'marian'], [20, 'exhausted', 'miguel+marian']])
    expect(told({ shifts: [primary] })).toEqual([[0, 'primary', 'dana'], [10, 'supportManager', 'marian'], [20, 'exhausted', 'dana+marian']])
    expect(told({ shifts: [] })).toEqual([[0, 'supportManager', 'marian'], [10, 'exhausted', 'marian']])
    expect(told({ engineers: withoutManager })).toEqual([[0, 'primary', 'dana'], [10, 'second', 'miguel'], [20, 'exhausted', 'dana+miguel']])
  })

  it('P35 is loud at once when nobody at all can be reached', () => {
    const engineers = exampleDutyEngineers.map((engineer) => ({ ...engineer, active: false }))
    for (const one of [facts({ engineers }), facts({ engineers: [] }), facts({ shifts: [], engineers: withoutManager })]) {
      const { steps } = pagingLadder(one)
      expect(steps).toMatchObject([{ at: createdAt, to: 'exhausted', engineerIds: [], rule: 'P35' }])
      expect(steps[0]?.sentence).toMatch(/nobody can be reached\. Call the customer now, and mend the rota\./)
    }
  })

  it('P35 does not count asking the same engineer again as climbing, but takes who came on duty since', () => {
    // Dana hands over to Priya at 2:15 and is second from then on: the second's time goes to the manager.
    const handOver = wall('2026-11-25T02:15')
    const shifts = [{ ...primary, endsAt: handOver }, exampleShift({ id: '3', engineerId: 'priya', startsAt: handOver }), { ...second, engineerId: 'dana', startsAt: handOver }]
    expect(told({ shifts })).toEqual([[0, 'primary', 'dana'], [10, 'supportManager', 'marian'], [20, 'primary', 'priya'], [30, 'exhausted', 'priya+dana+marian']])
  })

  it('P35 goes to the support manager when the booked engineer is not on file', () => {
    const standby = page({ firstTo: 'standbyEngineer', engineerId: null, rotaFrom: null })
    expect(told({ page: standby })[0]).toEqual([0, 'supportManager', 'marian'])
  })
})

describe('a ladder in time', () => {
  it('R79 asks who is on duty at the moment of each step, also across a hand-over and within an override', () => {
    const handOver = wall('2026-11-30T08:00')
    const shifts = [
      primary, second,
      exampleShift({ id: '3', engineerId: 'miguel', startsAt: handOver, endsAt: wall('2026-12-07T08:00') }),
      exampleShift({ id: '4', engineerId: 'priya', rank: 'second', startsAt: handOver, endsAt: wall('2026-12-07T08:00') }),
    ]
    const at = wall('2026-11-30T07:55')
    const { steps } = pagingLadder(facts({ shifts, page: page({ createdAt: at, rotaFrom: at }) }))
    expect(steps.map(({ to, engineerIds }) => [to, ...engineerIds])).toEqual([['primary', 'dana'], ['second', 'priya'], ['supportManager', 'marian'], ['exhausted', 'miguel', 'priya', 'marian']])
    const override = exampleShift({ id: '5', engineerId: 'priya', kind: 'override', coversShiftId: '2', rank: 'second', startsAt: wall('2026-11-25T02:15'), endsAt: wall('2026-11-25T08:00') })
    expect(told({ shifts: [primary, second, override] })[1]).toEqual([10, 'second', 'priya'])
  })

  it('P29 takes no step at or after the acknowledgement', () => {
    const acknowledged = (minutes: number) => facts({ page: page({ acknowledgedAt: addRealMinutes(createdAt, minutes) }) })
    expect(pagingLadder(acknowledged(10)).steps.map(({ to }) => to)).toEqual(['primary'])
    expect(pagingLadder(acknowledged(10.001)).steps.map(({ to }) => to)).toEqual(['primary', 'second'])
    expect(pagingLadder(acknowledged(0)).steps).toEqual([])
    const ladder = pagingLadder(acknowledged(12))
    expect([stepDue(ladder, addRealMinutes(createdAt, 11))?.to, stepDue(ladder, addRealMinutes(createdAt, 12))?.to]).toEqual(['second', undefined])
  })

  it('P33 has one step due at a time: none before the first, the current one after any wait', () => {
    const ladder = pagingLadder(facts())
    const due = (minutes: number): string | undefined => stepDue(ladder, addRealMinutes(createdAt, minutes))?.to
    expect([-0.001, 0, 9.999, 10, 25, 29.999, 30, 720].map(due)).toEqual([undefined, 'primary', 'primary', 'second', 'supportManager', 'supportManager', 'exhausted', 'exhausted'])
  })

  it('P33 goes on after downtime with the current rung, at once, for who is on duty by then', () => {
    expect(told({ resumedAt: addRealMinutes(createdAt, 14) })).toEqual([[14, 'second', 'miguel'], [20, 'supportManager', 'marian'], [30, 'exhausted', 'dana+miguel+marian']])
    expect(told({ resumedAt: addRealMinutes(createdAt, -5) })).toEqual(told({}))
    const monday: readonly Shift[] = [primary, second, exampleShift({ id: '3', engineerId: 'priya', startsAt: primary.endsAt, endsAt: wall('2026-12-07T08:00') })]
    const sunday = wall('2026-11-29T22:00')
    const { steps } = pagingLadder(facts({ shifts: monday, page: page({ createdAt: sunday, rotaFrom: sunday }), resumedAt: wall('2026-11-30T10:00') }))
    expect(steps).toMatchObject([{ at: wall('2026-11-30T10:00'), to: 'exhausted', engineerIds: ['priya', 'marian'] }])
  })
})

const anyPage = fc.record({
  firstTo: fc.constantFrom('staffedQueue', 'onCall', 'standbyEngineer'),
  engineerId: fc.constantFrom('grace', 'dana', 'gone', null),
  wait: fc.option(fc.integer({ min: 0, max: 30 })),
  acknowledged: fc.option(fc.integer({ min: 0, max: 60 })),
  resumed: fc.option(fc.integer({ min: -10, max: 900 })),
})
const anyHolder = fc.constantFrom('dana', 'miguel', 'priya', 'grace', 'gone', 'marian')
const anyDuty = fc.array(fc.record({ engineerId: anyHolder, rank: fc.constantFrom('primary', 'second'), start: fc.integer({ min: -60, max: 60 }), minutes: fc.integer({ min: 1, max: 900 }) }), { maxLength: 6 })
const anyTeam = fc.subarray([...exampleDutyEngineers, exampleDutyEngineer('gone', { active: false })])

it('P27 P29 P35 every unacknowledged page ends loudly, climbs in time, asks no engineer twice before that, pages only who can be reached, and always the support manager', () => {
  fc.assert(
    fc.property(anyPage, anyDuty, anyTeam, ({ firstTo, engineerId, wait, acknowledged, resumed }, duties, engineers) => {
      const after = (minutes: number | null): Instant | null => (minutes === null ? null : addRealMinutes(createdAt, minutes))
      const shifts = duties.map(({ start, minutes, ...duty }, index) =>
        exampleShift({ ...duty, id: String(index), startsAt: addRealMinutes(createdAt, start), endsAt: addRealMinutes(createdAt, start + minutes) }))
      const acknowledgedAt = after(acknowledged)
      const rotaFrom = firstTo === 'standbyEngineer' ? after(wait) : addRealMinutes(createdAt, wait ?? 0)
      const { steps } = pagingLadder(facts({ page: { createdAt, firstTo, engineerId, rotaFrom, acknowledgedAt }, shifts, engineers, resumedAt: after(resumed) }))
      const last: LadderStep | undefined = steps.at(-1)
      expect(acknowledgedAt !== null || last?.to === 'exhausted').toBe(true)
      expect(steps.every(({ at }) => acknowledgedAt === null || at < acknowledgedAt)).toBe(true)
      expect(steps.slice(1).every(({ at }, index) => at >= (steps[index]?.at ?? at))).toBe(true)
      const climbing = steps.filter(({ to }) => to !== 'exhausted').flatMap(({ engineerIds }) => engineerIds)
      expect(new Set(climbing).size).toBe(climbing.length)
      expect(steps.every(({ to, engineerIds }) => engineerIds.length > 0 || to === 'staffedQueue' || to === 'exhausted')).toBe(true)
      const paged = steps.flatMap(({ engineerIds }) => engineerIds)
      expect(paged.every((id) => engineers.some((engineer) => engineer.id === id && engineer.active))).toBe(true)
      expect(paged.includes('grace') && !(firstTo === 'standbyEngineer' && engineerId === 'grace')).toBe(false)
      const managerIsThere = engineers.some(({ id }) => id === 'marian')
      expect(acknowledgedAt !== null || !managerIsThere || paged.includes('marian')).toBe(true)
    }),
  )
})
