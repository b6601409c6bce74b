import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contiguousZones } from '../calendar/contiguousZones'
import { serviceCalendar } from '../calendar/serviceCalendar'
import { addRealMinutes, toInstant, toZone } from '../calendar/time'
import type { CalendarDate, Instant } from '../calendar/time'
import { clockChanges } from '../calendar/zoneOffset'
import { chicago, examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import { callOutcomes, priorities, ticketStates } from '../ticket/ticket'
import type { Ticket, TicketFact } from '../ticket/ticket'
import { accessRequestClock } from './accessRequestClock'
import { answerClock } from './answerClock'
import { assignmentClock } from './assignmentClock'
import { callbackClock } from './callbackClock'
import type { Clock } from './clock'
import { explainClock } from './explainClock'
import { followUpClocks } from './followUpClocks'
import { nextClock } from './nextClock'

const policy = examplePolicy({ holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }] })
const at = (time: string): Instant => wall(`2026-11-24T${time}`)

describe('R32 the access-request clock', () => {
  const request = { requestedAt: at('10:00'), decision: null }
  const clock = (time: string, changes: object = {}): Clock => accessRequestClock({ ...request, ...changes }, chicago, policy, at(time))

  it('is due at the end of the business day, pauses while closed, and stops at any decision', () => {
    expect(clock('12:00')).toMatchObject({ kind: 'access', state: 'running', due: at('17:00'), allowedMinutes: 420, remainingMinutes: 300, rule: 'R32', unit: 'business' })
    expect(clock('17:30')).toMatchObject({ state: 'paused', breached: true })
    const decision = { by: { kind: 'engineer', id: 'priya', name: 'Priya' }, at: at('11:00'), reason: 'On the list' }
    expect(clock('18:00', { decision })).toMatchObject({ state: 'met', stoppedAt: at('11:00'), remainingMinutes: 360 })
    expect(clock('18:00', { decision: { ...decision, at: at('17:00:01') } })).toMatchObject({ state: 'missed' })
  })

  it('is due the next business day for a request at 16:55, over the holiday', () => {
    expect(clock('16:56', { requestedAt: at('16:55') })).toMatchObject({ due: wall('2026-11-25T17:00'), allowedMinutes: 545 })
    expect(accessRequestClock({ requestedAt: wall('2026-11-25T16:55'), decision: null }, chicago, policy, wall('2026-11-25T16:56')).due).toBe(wall('2026-11-27T17:00'))
  })
})

describe('R66 follow-ups', () => {
  const promised = (id: string, made: string, due: string): TicketFact => ({ kind: 'followUp', at: at(made), id, due: at(due), promisedBy: 'priya' })
  const ticket = (...facts: readonly TicketFact[]): Ticket => exampleTicket({}, { facts: [...exampleTicket().facts, ...facts] })

  it('run around the clock to the moment that was told, the one due first first', () => {
    const clocks = followUpClocks(ticket(promised('b', '10:00', '19:00'), promised('a', '10:30', '15:00')), policy, at('18:00'))
    expect(clocks.map(({ due, state, remainingMinutes }) => [due, state, remainingMinutes])).toEqual([[at('15:00'), 'running', -180], [at('19:00'), 'running', 60]])
    expect(clocks[0]).toMatchObject({ kind: 'followUp', unit: 'real', rule: 'R66', breached: true, allowedMinutes: 270 })
  })

  it('are gone once kept or dropped, and are the next clock when they are due first', () => {
    const done = [{ kind: 'assigned', at: at('10:02'), engineerId: 'priya' }, { kind: 'call', at: at('10:05'), outcome: 'reached' }] as const
    const open = ticket(...done, promised('a', '10:06', '14:00'))
    expect(nextClock(open, policy, at('11:00'))).toMatchObject({ kind: 'followUp', due: at('14:00') })
    expect(nextClock({ ...open, unansweredSince: at('10:30') }, policy, at('11:00'))?.kind).toBe('followUp')
    expect(nextClock({ ...open, unansweredSince: at('09:00') }, policy, at('11:00'))?.kind).toBe('answer')
    expect(nextClock(ticket(...done, promised('a', '10:06', '14:00'), { kind: 'followUpKept', at: at('10:50'), id: 'a' }), policy, at('11:00'))).toBeNull()
    expect(nextClock(ticket(...done, promised('a', '10:06', '14:00'), { kind: 'followUpDropped', at: at('10:50'), id: 'a' }), policy, at('11:00'))).toBeNull()
  })
})

describe('R60 what keeps a callback is the policy’s to say', () => {
  const called = (outcome: (typeof callOutcomes)[number]): Ticket => exampleTicket({}, { facts: [...exampleTicket().facts, { kind: 'call', at: at('10:20'), outcome }] })
  const mailed = (answerBy: 'phone' | 'email'): Ticket => exampleTicket({ answerBy }, { facts: [...exampleTicket().facts, { kind: 'emailReply', at: at('10:20') }] })

  it('counts the outcomes on its list and no others', () => {
    const kept = (changes: object): readonly string[] => callOutcomes.filter((outcome) => callbackClock(called(outcome), examplePolicy(changes), at('10:30')).state === 'met')
    expect(kept({})).toEqual(['reached', 'voicemail'])
    expect(kept({ callbackStoppedBy: ['reached'] })).toEqual(['reached'])
    expect(kept({ callbackStoppedBy: ['noAnswer', 'busy'] })).toEqual(['noAnswer', 'busy'])
  })

  it('counts an e-mail when asked for, always, or never', () => {
    const kept = (emailStopsCallback: 'whenAsked' | 'always' | 'never'): readonly string[] =>
      (['phone', 'email'] as const).filter((answerBy) => callbackClock(mailed(answerBy), examplePolicy({ emailStopsCallback }), at('10:30')).state === 'met')
    expect([kept('whenAsked'), kept('always'), kept('never')]).toEqual([['email'], ['phone', 'email'], []])
  })
})

describe('R50 a merged ticket', () => {
  it('keeps the promises of the earliest receipt, and gives them back when split off', () => {
    const merged: TicketFact = { kind: 'merged', at: at('10:10'), ticketId: 'other', receivedAt: at('09:00') }
    const ticket = exampleTicket({}, { facts: [...exampleTicket().facts, merged] })
    expect([assignmentClock(ticket, policy, at('10:15')).due, callbackClock(ticket, policy, at('10:15')).due]).toEqual([at('09:30'), at('11:00')])
    const split = { ...ticket, facts: [...ticket.facts, { kind: 'unmerged', at: at('10:20'), ticketId: 'other' } as const] }
    expect([assignmentClock(split, policy, at('10:25')).due, callbackClock(split, policy, at('10:25')).due]).toEqual([at('10:30'), at('12:00')])
  })
})

describe('R57 R65 the way to a deadline', () => {
  it('waits for the opening, counts, closes, holds the holiday, and counts on', () => {
    const clock = callbackClock(exampleTicket({ receivedAt: wall('2026-11-25T16:00') }), policy, wall('2026-11-25T16:10'))
    expect(clock.segments.map((segment) => [segment.kind, segment.to])).toEqual([
      ['counted', wall('2026-11-25T17:00')],
      ['closed', wall('2026-11-26T00:00')],
      ['holiday', wall('2026-11-27T00:00')],
      ['closed', wall('2026-11-27T08:00')],
      ['counted', wall('2026-11-27T09:00')],
    ])
    expect(explainClock(clock, chicago, wall('2026-11-25T16:10'))).toEqual({
      promise: '2 h in service hours by R59, the firm’s promise, policy version 1',
      lines: [
        'counts until today 17:00 CT (1 h)',
        'closed until tomorrow 0:00 CT',
        'Thanksgiving Day, closed until Fri 27 Nov 0:00 CT',
        'closed until Fri 27 Nov 8:00 CT',
        'counts until Fri 27 Nov 9:00 CT (1 h)',
      ].map((text, index) => ({ segment: clock.segments[index], text })),
    })
  })

  it('R28 R64 counts real minutes through the hour that comes twice and the one that is skipped', () => {
    const paged = (time: string): Clock => {
      const receivedAt = wall(time)
      return callbackClock(exampleTicket({ receivedAt, customerPriority: 'urgent', paged: true }), policy, receivedAt)
    }
    const autumn = paged('2026-11-01T01:50')
    expect(autumn.due - wall('2026-11-01T01:50')).toBe(30 * 60_000)
    expect(autumn.segments.map(({ kind }) => kind)).toEqual(['counted', 'dst', 'counted'])
    const said = explainClock(autumn, chicago, wall('2026-11-01T01:50'))
    expect(said.promise).toBe('30 min around the clock by R64, a house target, policy version 1')
    expect(said.lines.map(({ text }) => text)).toEqual(['counts until today 1:00 CT (10 min)', 'clocks go back to 1:00 CT: the hour comes twice', 'counts until today 1:20 CT (20 min)'])
    const spring = explainClock(paged('2027-03-14T01:50'), chicago, wall('2027-03-14T01:50'))
    expect(spring.lines[1]?.text).toBe('clocks go forward to 3:00 CT: the hour before is skipped')
    expect(spring.lines[2]?.text).toBe('counts until today 3:20 CT (20 min)')
  })
})

const ten = wall('2026-11-02T10:00')
const anyInstant = fc.integer({ min: wall('2026-10-01T00:00'), max: wall('2027-04-01T00:00') }).map(toInstant)
const anyFact: fc.Arbitrary<TicketFact> = fc.integer({ min: 0, max: 40 * 1_440 }).chain((later): fc.Arbitrary<TicketFact> => {
  const when = addRealMinutes(ten, later)
  return fc.oneof(
    fc.constant<TicketFact>({ kind: 'assigned', at: when, engineerId: 'priya' }),
    fc.constant<TicketFact>({ kind: 'unassigned', at: when }),
    fc.constant<TicketFact>({ kind: 'paged', at: when }),
    fc.constant<TicketFact>({ kind: 'emailReply', at: when }),
    fc.constantFrom(...callOutcomes).map((outcome): TicketFact => ({ kind: 'call', at: when, outcome })),
    fc.constantFrom(...ticketStates).map((state): TicketFact => ({ kind: 'state', at: when, state })),
    fc.constant<TicketFact>({ kind: 'followUp', at: when, id: `f${later}`, due: addRealMinutes(when, 90), promisedBy: 'priya' }),
    fc.constant<TicketFact>({ kind: 'merged', at: when, ticketId: `t${later}`, receivedAt: addRealMinutes(when, -60) }),
  )
})
const anyTicket: fc.Arbitrary<Ticket> = fc
  .record({
    zone: fc.constantFrom(...contiguousZones, toZone('Pacific/Honolulu')),
    customerPriority: fc.constantFrom(...priorities),
    answerBy: fc.constantFrom<'phone' | 'email'>('phone', 'email'),
    facts: fc.array(anyFact, { maxLength: 7 }),
    unansweredSince: fc.option(anyInstant),
  })
  .map(({ facts, ...request }) => exampleTicket({ ...request, receivedAt: ten }, { facts: facts.toSorted((a, b) => a.at - b.at), unansweredSince: request.unansweredSince }))
const clocksOf = (ticket: Ticket, now: Instant): readonly Clock[] =>
  [assignmentClock(ticket, policy, now), callbackClock(ticket, policy, now), answerClock(ticket, policy, now), ...followUpClocks(ticket, policy, now)].filter((clock) => clock !== null)

describe('every clock of any ticket in any zone', () => {
  it('R57–R67 shows a gapless way to its due time whose counted part is what was allowed', () => {
    fc.assert(
      fc.property(anyTicket, anyInstant, (ticket, now) => {
        for (const clock of clocksOf(ticket, now)) {
          const { segments, due, allowedMinutes } = clock
          segments.slice(1).forEach((segment, index) => expect(segment.from).toBe(segments[index]?.to))
          expect(segments.at(-1)?.to).toBe(due)
          const counted = segments.reduce((sum, { kind, from, to }) => (kind === 'counted' ? sum + to - from : sum), 0)
          expect(counted).toBe(allowedMinutes * 60_000)
          const first = segments[0]?.from ?? due
          const changes = clockChanges(serviceCalendar(policy, ticket.zone).zone, first, due)
          expect(segments.filter(({ kind }) => kind === 'dst').map(({ from }) => from)).toEqual(changes.map((change) => change.at))
        }
      }),
      { numRuns: 120 },
    )
  })

  it('is breached exactly when its stop, or now, is later than due, and says so in its state', () => {
    fc.assert(
      fc.property(anyTicket, anyInstant, (ticket, now) => {
        for (const { stoppedAt, due, breached, remainingMinutes, state, policyVersion } of clocksOf(ticket, now)) {
          expect(breached).toBe((stoppedAt ?? now) > due)
          // Nothing is left of a breached one, and a breach may lie wholly in closed hours.
          expect(breached ? remainingMinutes <= 0 : remainingMinutes >= 0).toBe(true)
          expect(state === 'met' || state === 'missed').toBe(stoppedAt !== null)
          expect(policyVersion).toBe(policy.version)
        }
      }),
      { numRuns: 120 },
    )
  })

  it('is the same computed again from a copy of the facts, and the next clock is the open one that is due first', () => {
    fc.assert(
      fc.property(anyTicket, anyInstant, (ticket, now) => {
        const clocks = clocksOf(ticket, now)
        const copy = structuredClone(ticket)
        expect(clocksOf(copy, now).map(({ kind, state, due, stoppedAt, remainingMinutes }) => [kind, state, due, stoppedAt, remainingMinutes])).toEqual(
          clocks.map(({ kind, state, due, stoppedAt, remainingMinutes }) => [kind, state, due, stoppedAt, remainingMinutes]),
        )
        const open = clocks.filter((clock) => clock.stoppedAt === null)
        const first = open.toSorted((a, b) => a.due - b.due)[0] ?? null
        const next = nextClock(ticket, policy, now)
        expect([next?.kind, next?.due, next?.remainingMinutes]).toEqual([first?.kind, first?.due, first?.remainingMinutes])
      }),
      { numRuns: 150 },
    )
  })
})
