import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../calendar/time'
import { exampleDutyEngineer, exampleDutyEngineers } from '../fixtures/exampleDutyEngineer'
import { chicago, examplePolicy, exampleShift, wall } from '../fixtures/examples'
import { applySwap } from './applySwap'
import { coverTrouble } from './coverTrouble'
import { onCallAt } from './onCallAt'
import { planRota } from './planRota'
import { proposeSwap } from './proposeSwap'
import type { RotaFacts } from './rotaFacts'
import { rotaSegments } from './rotaSegments'
import type { Shift } from './shift'
import type { SwapProposal } from './swapProposal'

const helpdesk = ['dana', 'miguel', 'priya', 'lee', 'kim'].map((id) => exampleDutyEngineer(id))
const engineers = [...helpdesk, ...exampleDutyEngineers.filter(({ role }) => role !== 'helpdesk')]
const planned = planRota({ engineers: helpdesk, from: '2026-11-23' as CalendarDate, weeks: 5, policy: examplePolicy(), idOf: (rank, turn) => `${rank}-${String(turn)}` })
const shifts = planned.ok ? planned.shifts : []
const rota = (changes: Partial<RotaFacts> = {}): RotaFacts => ({ shifts, engineers, now: wall('2026-11-24T10:00'), zone: chicago, ...changes })
const proposal = (facts: RotaFacts, one: string, other: string, reason = 'A wedding'): SwapProposal => {
  const answer = proposeSwap(facts, { shiftIds: [one, other], reason })
  if (!answer.ok) throw new Error(answer.sentence)
  return answer.proposal
}
const refusal = (facts: RotaFacts, one: string, other: string, reason = 'A wedding'): string | null => {
  const answer = proposeSwap(facts, { shiftIds: [one, other], reason })
  return answer.ok ? null : answer.sentence
}
const swapped = (facts: RotaFacts, one: string, other: string): readonly Shift[] => {
  const answer = applySwap(facts, proposal(facts, one, other), ['new-1', 'new-2'])
  if (!answer.ok) throw new Error(answer.sentence)
  return [...facts.shifts, ...answer.shifts]
}
const changed = (id: string, changes: Partial<Shift>): readonly Shift[] => shifts.map((shift) => (shift.id === id ? { ...shift, ...changes } : shift))

describe('R79 swaps', () => {
  it('lets two engineers exchange whole shifts, bound to them, and touches nothing else', () => {
    const after = swapped(rota(), 'primary-1', 'primary-3')
    expect(after.slice(-2)).toMatchObject([
      { id: 'new-1', engineerId: 'lee', kind: 'swap', coversShiftId: 'primary-1', startsAt: wall('2026-11-30T08:00'), endsAt: wall('2026-12-07T08:00'), reason: 'A wedding' },
      { id: 'new-2', engineerId: 'miguel', kind: 'swap', coversShiftId: 'primary-3', startsAt: wall('2026-12-14T08:00'), endsAt: wall('2026-12-21T08:00') },
    ])
    const holders = rotaSegments(after, wall('2026-11-23T08:00'), wall('2026-12-28T08:00')).map(({ shift }) => shift?.engineerId)
    expect(holders).toEqual(['dana', 'lee', 'priya', 'miguel', 'kim'])
    expect(after.map((shift) => coverTrouble(shift, after)).filter((trouble) => trouble !== null)).toEqual([])
  })

  it('says what would happen, with times of the office', () => {
    expect(proposal(rota(), 'primary-1', 'primary-3').sentence).toBe(
      'Lee takes Mon 30 Nov 8:00 CT – Mon 7 Dec 8:00 CT, and Miguel takes Mon 14 Dec 8:00 CT – Mon 21 Dec 8:00 CT.',
    )
  })

  it('exchanges primary and second of the same week', () => {
    const after = swapped(rota(), 'primary-1', 'second-1')
    const at = wall('2026-12-01T10:00')
    expect([onCallAt(after, at)?.engineerId, onCallAt(after, at, 'second')?.engineerId]).toEqual(['priya', 'miguel'])
  })

  it('swaps back by swapping the swaps', () => {
    const once = swapped(rota(), 'primary-1', 'primary-3')
    const back = applySwap(rota({ shifts: once }), proposal(rota({ shifts: once }), 'new-1', 'new-2'), ['back-1', 'back-2'])
    expect(back.ok && [...once, ...back.shifts].filter((shift) => onCallAt([...once, ...back.shifts], shift.startsAt) === shift && shift.kind === 'swap').map(({ id, engineerId }) => [id, engineerId])).toEqual([
      ['back-1', 'miguel'],
      ['back-2', 'lee'],
    ])
  })

  it('is refused for shifts that are over, begun, covered, not there, or of one engineer', () => {
    const later = rota({ now: wall('2026-12-01T10:00') })
    expect(refusal(later, 'primary-0', 'primary-3')).toBe('The shift of Dana Mon 23 Nov 8:00 CT – Mon 30 Nov 8:00 CT is over: only coming shifts can be swapped.')
    expect(refusal(later, 'primary-3', 'primary-1')).toMatch(/of Miguel .* has begun: add an override for the rest of it instead/)
    expect(refusal(rota({ shifts: swapped(rota(), 'primary-1', 'primary-3') }), 'primary-1', 'primary-4')).toMatch(/already covered by a swap or an override/)
    expect(refusal(rota(), 'primary-1', 'primary-9')).toMatch(/no longer on the rota/)
    expect(refusal(rota({ shifts: changed('primary-3', { engineerId: 'miguel' }) }), 'primary-1', 'primary-3')).toBe('Both shifts are Miguel’s: choose a shift of somebody else.')
    expect(refusal(rota(), 'primary-1', 'primary-3', ' ')).toMatch(/Say why/)
  })

  it('R5 R82 is refused when it would put an installation engineer on call, P35 or somebody whom no page reaches', () => {
    expect(refusal(rota({ shifts: changed('primary-3', { engineerId: 'grace' }) }), 'primary-1', 'primary-3')).toBe('Grace cannot take this duty: Grace is an installation engineer, and those are never on call by rota (R5).')
    const inactive = engineers.map((engineer) => (engineer.id === 'lee' ? { ...engineer, active: false } : engineer))
    expect(refusal(rota({ engineers: inactive }), 'primary-1', 'primary-3')).toBe('Lee cannot take this duty: Lee is no longer active.')
    expect(refusal(rota({ shifts: changed('primary-3', { engineerId: 'who' }) }), 'primary-1', 'primary-3')).toMatch(/^Somebody who is not on file cannot take this duty/)
  })

  it('R64 is refused when one engineer would be primary and second at once', () => {
    expect(refusal(rota(), 'primary-1', 'primary-2')).toBe(
      'Priya would be primary and second on call at once, Mon 30 Nov 8:00 CT – Mon 7 Dec 8:00 CT: give one of the two to somebody else first.',
    )
    expect(refusal(rota(), 'second-1', 'primary-1')).toBeNull()
  })

  it('is asked again when it is applied: a shift moved, given away or removed since is refused', () => {
    const agreed = proposal(rota(), 'primary-1', 'primary-3')
    const apply = (changes: Partial<RotaFacts>) => applySwap(rota(changes), agreed, ['new-1', 'new-2'])
    expect(apply({}).ok).toBe(true)
    for (const moved of [changed('primary-3', { endsAt: wall('2026-12-22T08:00') }), changed('primary-1', { engineerId: 'kim' }), shifts.filter(({ id }) => id !== 'primary-3')]) {
      expect(apply({ shifts: moved })).toEqual({ ok: false, sentence: 'One of the two shifts was moved, given away or removed since the swap was proposed: propose it again.' })
    }
    expect(apply({ now: wall('2026-11-30T08:00') })).toMatchObject({ ok: false, sentence: expect.stringMatching(/has begun/) as string })
  })
})

it('R79 keeps one primary and one second at every instant of five weeks, whatever swaps are agreed to', () => {
  const ids = shifts.map(({ id }) => id)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 5 }), (wishes) => {
      let rows = shifts
      for (const [index, shiftIds] of wishes.entries()) {
        const facts = rota({ shifts: rows })
        const wish = proposeSwap(facts, { shiftIds, reason: 'Any' })
        const done = wish.ok ? applySwap(facts, wish.proposal, [`${String(index)}-1`, `${String(index)}-2`]) : wish
        rows = done.ok ? [...rows, ...done.shifts] : rows
      }
      const [primary, second] = (['primary', 'second'] as const).map((rank) => rotaSegments(rows, wall('2026-11-23T08:00'), wall('2026-12-28T08:00'), rank))
      expect(primary?.map(({ from }) => from)).toEqual(second?.map(({ from }) => from))
      expect(primary).toHaveLength(5)
      const pairs = (primary ?? []).map(({ shift }, week) => [shift?.engineerId, second?.[week]?.shift?.engineerId])
      expect(pairs.every(([one, other]) => one !== undefined && other !== undefined && one !== other)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('R79 keeps a swap of other people’s shifts from hiding that a shift was moved', () => {
  const after = swapped(rota(), 'primary-1', 'primary-3')
  const moved = after.map((shift) => (shift.id === 'primary-3' ? exampleShift({ ...shift, startsAt: wall('2026-12-15T08:00'), endsAt: wall('2026-12-22T08:00') }) : shift))
  expect(moved.map((shift) => coverTrouble(shift, moved)).filter((trouble) => trouble !== null)).toEqual(['moved'])
  expect(onCallAt(moved, wall('2026-12-14T12:00'))).toBeNull()
})
