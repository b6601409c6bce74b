import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '../calendar/time'
import { exampleDutyEngineer, exampleDutyEngineers } from '../fixtures/exampleDutyEngineer'
import { exampleShift, wall } from '../fixtures/examples'
import { dutyAt } from './dutyAt'
import { rotaGaps } from './rotaGaps'
import type { Shift } from './shift'

const base = wall('2026-11-23T08:00')
const at = (hours: number) => toInstant(base + hours * 3_600_000)
const stretch = (id: string, engineerId: string, start: number, hours: number, changes: Partial<Shift> = {}): Shift =>
  exampleShift({ id, engineerId, startsAt: at(start), endsAt: at(start + hours), ...changes })

const team = [
  ...exampleDutyEngineers,
  exampleDutyEngineer('gone', { active: false }),
  exampleDutyEngineer('mute', { phone: '', email: ' ' }),
  exampleDutyEngineer('mailOnly', { phone: '' }),
]

describe('P35 gaps of the rota', () => {
  it('R79 P35 finds missing shifts half-open, at both ends and between', () => {
    const gaps = rotaGaps([stretch('1', 'dana', 2, 4), stretch('2', 'miguel', 8, 4)], team, at(0), at(14))
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([[at(0), at(2)], [at(6), at(8)], [at(12), at(14)]])
    expect(rotaGaps([stretch('1', 'dana', 0, 4), stretch('2', 'miguel', 4, 4)], team, at(0), at(8))).toEqual([])
  })

  it.each([
    ['R5 R82', 'grace', 'role', 'Grace is an installation engineer, and those are never on call by rota (R5)'],
    ['R6', 'elliot', 'role', 'Elliot is an account manager, who takes no pages'],
    ['P35', 'gone', 'inactive', 'Gone is no longer active'],
    ['P35', 'mute', 'noContact', 'Mute has neither a phone number nor an e-mail address on file'],
    ['P35', 'nobody', 'unknownEngineer', 'the shift names somebody who is not on file'],
  ])('%s counts the shift of %s as a gap', (_rule, engineerId, kind, clause) => {
    const shifts = [stretch('1', engineerId, 0, 4)]
    expect(rotaGaps(shifts, team, at(0), at(4))).toEqual([
      { from: at(0), to: at(4), rank: 'primary', reasons: [{ from: at(0), to: at(4), kind, shiftId: '1', clause }] },
    ])
    expect(dutyAt(shifts, team, at(1))).toMatchObject({ reachable: false, kind, clause })
  })

  it('P35 counts whoever has a phone or an e-mail address as reachable, and a support manager who stands in', () => {
    const shifts = [stretch('1', 'mailOnly', 0, 4), stretch('2', 'marian', 4, 4)]
    expect(rotaGaps(shifts, team, at(0), at(8))).toEqual([])
    expect(dutyAt(shifts, team, at(5))).toMatchObject({ reachable: true, engineer: { id: 'marian' } })
  })

  it('P35 makes one gap of stretches that touch, with each one’s reason', () => {
    const [gap, ...more] = rotaGaps([stretch('1', 'gone', 0, 4), stretch('2', 'grace', 6, 2)], team, at(0), at(8))
    expect(more).toEqual([])
    expect(gap?.reasons.map(({ kind, from }) => [kind, from])).toEqual([['inactive', at(0)], ['noShift', at(4)], ['role', at(6)]])
  })

  it('P35 counts an override of somebody unreachable as a gap, although the shift it covers has an engineer', () => {
    const week = stretch('1', 'dana', 0, 10)
    const override = stretch('2', 'gone', 4, 2, { kind: 'override', coversShiftId: '1' })
    expect(rotaGaps([week, override], team, at(0), at(10)).map(({ from, to }) => [from, to])).toEqual([[at(4), at(6)]])
  })

  it('P35 finds what an expired override and a deleted engineer leave behind', () => {
    const free = stretch('1', 'dana', 0, 4, { kind: 'override' })
    const kinds = (engineers: typeof team): readonly string[] => rotaGaps([free], engineers, at(0), at(6)).flatMap(({ reasons }) => reasons.map(({ kind }) => kind))
    expect(kinds(team)).toEqual(['noShift'])
    expect(rotaGaps([free], team, at(0), at(6))).toMatchObject([{ from: at(4), to: at(6) }])
    expect(kinds(team.filter(({ id }) => id !== 'dana'))).toEqual(['unknownEngineer', 'noShift'])
  })

  it('R64 looks at one rank at a time', () => {
    const shifts = [stretch('1', 'dana', 0, 4)]
    expect(rotaGaps(shifts, team, at(0), at(4), 'second')).toMatchObject([{ rank: 'second', from: at(0), to: at(4) }])
  })
})

/** Who can be reached, told apart from the rule: by name. */
const reachable = new Set(['dana', 'miguel', 'priya', 'marian', 'mailOnly'])
const anyStretch = fc.record({ who: fc.constantFrom('dana', 'miguel', 'marian', 'mailOnly', 'gone', 'mute', 'grace', 'elliot', 'nobody'), hours: fc.integer({ min: 1, max: 30 }), planned: fc.boolean(), covered: fc.option(fc.constantFrom('priya', 'gone', 'grace')) })

it('P35 finds 100 % of generated gaps and invents none', () => {
  fc.assert(
    fc.property(fc.array(anyStretch, { minLength: 1, maxLength: 12 }), (stretches) => {
      const shifts: Shift[] = []
      const nobodyInHour: boolean[] = []
      for (const [index, { who, hours, planned, covered }] of stretches.entries()) {
        const start = nobodyInHour.length
        const id = String(index)
        if (planned) shifts.push(stretch(id, who, start, hours))
        // The first hour of a planned stretch may be covered by somebody else.
        const covering = planned ? covered : null
        if (covering !== null) shifts.push(stretch(`${id}o`, covering, start, 1, { kind: 'override', coversShiftId: id }))
        for (let hour = 0; hour < hours; hour += 1) {
          const holder = hour === 0 && covering !== null ? covering : planned ? who : null
          nobodyInHour.push(holder === null || !reachable.has(holder))
        }
      }
      const gaps = rotaGaps(shifts, team, at(0), at(nobodyInHour.length))
      const found = nobodyInHour.map((_, hour) => gaps.some(({ from, to }) => from <= at(hour) && at(hour + 1) <= to))
      expect(found).toEqual(nobodyInHour)
      expect(gaps.reduce((sum, { from, to }) => sum + (to - from) / 3_600_000, 0)).toBe(nobodyInHour.filter(Boolean).length)
      for (const { from, to, reasons } of gaps) {
        expect([reasons[0]?.from, reasons.at(-1)?.to]).toEqual([from, to])
        expect(reasons.slice(1).map((reason) => reason.from)).toEqual(reasons.slice(0, -1).map((reason) => reason.to))
      }
      expect(gaps.slice(1).every(({ from }, index) => from > (gaps[index]?.to ?? from))).toBe(true)
    }),
  )
})
