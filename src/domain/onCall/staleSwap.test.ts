import { expect, it } from 'vitest'
import type { CalendarDate } from '../calendar/time'
import { exampleDutyEngineer } from '../fixtures/exampleDutyEngineer'
import { chicago, examplePolicy, wall } from '../fixtures/examples'
import { applySwap } from './applySwap'
import { planRota } from './planRota'
import { proposeSwap } from './proposeSwap'
import type { RotaFacts } from './rotaFacts'
import type { Shift } from './shift'

const engineers = ['dana', 'miguel', 'priya', 'lee', 'kim'].map((id) => exampleDutyEngineer(id))
const planned = planRota({ engineers, from: '2026-11-23' as CalendarDate, weeks: 5, policy: examplePolicy(), idOf: (rank, turn) => `${rank}-${String(turn)}` })
const rota = (changes: Partial<Shift>, of: string): RotaFacts => {
  const shifts = (planned.ok ? planned.shifts : []).map((shift) => (shift.id === of ? { ...shift, ...changes } : shift))
  return { shifts, engineers, now: wall('2026-11-24T10:00'), zone: chicago }
}

it.each([
  ['begins at another time', { startsAt: wall('2026-12-01T08:00') }],
  ['ends at another time', { endsAt: wall('2026-12-08T08:00') }],
  ['has another engineer', { engineerId: 'kim' }],
  ['has another rank', { rank: 'second' }],
  ['is gone', { id: 'another' }],
] as const)('R79 refuses a swap when one of its shifts %s since', (_what, changes) => {
  const proposed = proposeSwap(rota({}, ''), { shiftIds: ['primary-1', 'primary-3'], reason: 'A wedding' })
  if (!proposed.ok) throw new Error(proposed.sentence)
  const outcome = applySwap(rota(changes, 'primary-1'), proposed.proposal, ['new-1', 'new-2'])
  expect(outcome).toEqual({ ok: false, sentence: 'One of the two shifts was moved, given away or removed since the swap was proposed: propose it again.' })
})
