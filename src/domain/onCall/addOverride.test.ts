import { describe, expect, it } from 'vitest'
import { exampleDutyEngineer, exampleDutyEngineers } from '../fixtures/exampleDutyEngineer'
import { chicago, exampleShift, wall } from '../fixtures/examples'
import { addOverride } from './addOverride'
import type { OverrideWish } from './addOverride'
import { coverTrouble } from './coverTrouble'
import { rotaSegments } from './rotaSegments'
import type { RotaFacts } from './rotaFacts'
import type { Shift } from './shift'

const first = exampleShift({ id: '1', engineerId: 'dana' })
const next = exampleShift({ id: '2', engineerId: 'priya', startsAt: wall('2026-11-30T08:00'), endsAt: wall('2026-12-07T08:00') })
const second = exampleShift({ id: '3', engineerId: 'priya', rank: 'second' })
const engineers = [...exampleDutyEngineers, exampleDutyEngineer('lee', { active: false })]
const rota = (changes: Partial<RotaFacts> = {}): RotaFacts => ({ shifts: [first, next, second], engineers, now: wall('2026-11-24T10:00'), zone: chicago, ...changes })
const wish = (changes: Partial<OverrideWish> = {}): OverrideWish => ({
  engineerId: 'miguel', rank: 'primary', from: wall('2026-11-25T17:00'), to: wall('2026-11-26T08:00'), reason: 'School play', idOf: (index) => `o${String(index)}`, ...changes,
})
const added = (changes: Partial<OverrideWish> = {}, facts = rota()): readonly Shift[] => {
  const answer = addOverride(facts, wish(changes))
  if (!answer.ok) throw new Error(answer.sentence)
  return answer.shifts
}
const refusal = (changes: Partial<OverrideWish>, facts = rota()): string | null => {
  const answer = addOverride(facts, wish(changes))
  return answer.ok ? null : answer.sentence
}

describe('R79 overrides', () => {
  it('takes a part of a shift, bound to it, and gives the rest back', () => {
    const rows = added()
    expect(rows).toEqual([{ id: 'o0', rev: 0, engineerId: 'miguel', rank: 'primary', startsAt: wall('2026-11-25T17:00'), endsAt: wall('2026-11-26T08:00'), kind: 'override', coversShiftId: '1', reason: 'School play' }])
    const holders = rotaSegments([first, next, second, ...rows], first.startsAt, first.endsAt).map(({ shift }) => shift?.engineerId)
    expect(holders).toEqual(['dana', 'miguel', 'dana'])
  })

  it('is one override for each shift it takes hours of, and a free one for hours nobody has', () => {
    const rows = added({ from: wall('2026-11-29T08:00'), to: wall('2026-12-08T08:00') })
    expect(rows.map(({ id, coversShiftId, startsAt }) => [id, coversShiftId, startsAt])).toEqual([
      ['o0', '1', wall('2026-11-29T08:00')],
      ['o1', '2', wall('2026-11-30T08:00')],
      ['o2', null, wall('2026-12-07T08:00')],
    ])
    const all = [first, next, second, ...rows]
    expect(rotaSegments(all, wall('2026-11-29T08:00'), wall('2026-12-08T08:00')).every(({ shift }) => shift?.engineerId === 'miguel')).toBe(true)
    expect(all.map((shift) => coverTrouble(shift, all)).filter((trouble) => trouble !== null)).toEqual([])
  })

  it('covers what covers: an override goes over a swap or an earlier override', () => {
    const one = added()
    const facts = rota({ shifts: [first, next, second, ...one] })
    const marian = added({ engineerId: 'marian', from: wall('2026-11-25T20:00'), to: wall('2026-11-25T22:00'), idOf: () => 'a' }, facts)
    expect(marian[0]?.coversShiftId).toBe('o0')
    const holders = rotaSegments([...facts.shifts, ...marian], first.startsAt, first.endsAt).map(({ shift }) => shift?.engineerId)
    expect(holders).toEqual(['dana', 'miguel', 'marian', 'miguel', 'dana'])
  })

  it('leaves the hours that the engineer has already', () => {
    expect(added({ engineerId: 'priya', from: wall('2026-11-30T07:00'), to: wall('2026-12-01T08:00') }, rota({ shifts: [first, next] })).map(({ coversShiftId }) => coversShiftId)).toEqual(['1'])
    expect(refusal({ engineerId: 'dana' })).toBe('Dana has this duty already.')
  })

  it('may begin now, and is refused for the past, for no time at all and without a reason', () => {
    expect(refusal({ from: wall('2026-11-24T10:00') })).toBeNull()
    expect(refusal({ from: wall('2026-11-24T09:59') })).toBe('Tue 24 Nov 9:59 CT is past, and who had duty then stays as it was: let the override begin now or later.')
    expect(refusal({ to: wall('2026-11-25T17:00') })).toMatch(/ends after it begins/)
    expect(refusal({ reason: '  ' })).toMatch(/Say why/)
  })

  it('R5 R82 is refused for an installation engineer, and P35 for whom no page reaches', () => {
    expect(refusal({ engineerId: 'grace' })).toBe('Grace cannot take this duty: Grace is an installation engineer, and those are never on call by rota (R5).')
    expect(refusal({ engineerId: 'lee' })).toBe('Lee cannot take this duty: Lee is no longer active.')
    expect(refusal({ engineerId: 'who' })).toMatch(/not on file/)
  })

  it('R64 is refused when the engineer would be primary and second at once', () => {
    expect(refusal({ engineerId: 'priya' })).toBe('Priya would be primary and second on call at once, Wed 25 Nov 17:00 CT – Thu 26 Nov 8:00 CT: give one of the two to somebody else first.')
  })
})
