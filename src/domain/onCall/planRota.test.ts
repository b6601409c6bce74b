import { describe, expect, it } from 'vitest'
import { contiguousZones } from '../calendar/contiguousZones'
import type { CalendarDate } from '../calendar/time'
import { wallTime } from '../calendar/wallTime'
import { exampleDutyEngineer, exampleDutyEngineers } from '../fixtures/exampleDutyEngineer'
import { chicago, examplePolicy, wall } from '../fixtures/examples'
import { planRota } from './planRota'
import type { RotaPlan } from './planRota'
import { rotaSegments } from './rotaSegments'
import type { Shift } from './shift'

const [dana, miguel, priya] = ['dana', 'miguel', 'priya'].map((id) => exampleDutyEngineer(id)) as [ReturnType<typeof exampleDutyEngineer>, ...ReturnType<typeof exampleDutyEngineer>[]]
const plan = (changes: Partial<RotaPlan> = {}): RotaPlan => ({
  engineers: [dana, miguel, priya].filter((one) => one !== undefined),
  from: '2026-11-24' as CalendarDate,
  weeks: 4,
  policy: examplePolicy(),
  idOf: (rank, turn) => `${rank}-${String(turn)}`,
  ...changes,
})
const planned = (changes: Partial<RotaPlan> = {}): readonly Shift[] => {
  const rota = planRota(plan(changes))
  if (!rota.ok) throw new Error(rota.sentence)
  return rota.shifts
}
const sentenceOf = (changes: Partial<RotaPlan>): string | null => {
  const rota = planRota(plan(changes))
  return rota.ok ? null : rota.sentence
}
const hoursOf = ({ startsAt, endsAt }: Shift): number => (endsAt - startsAt) / 3_600_000

describe('planning the rota', () => {
  it('R2 lets the HelpDesk engineers take turns, the second being primary in the next', () => {
    const turns = (rank: string): readonly string[] => planned().filter((shift) => shift.rank === rank).map(({ engineerId }) => engineerId)
    expect(turns('primary')).toEqual(['dana', 'miguel', 'priya', 'dana'])
    expect(turns('second')).toEqual(['miguel', 'priya', 'dana', 'miguel'])
    expect(planned()[0]).toMatchObject({ id: 'primary-0', kind: 'regular', coversShiftId: null, reason: '' })
  })

  it('R79 hands over on Mondays at 8:00 of the office, the first time on or after the day asked for', () => {
    const [first] = planned()
    expect([first?.startsAt, first?.endsAt]).toEqual([wall('2026-11-30T08:00'), wall('2026-12-07T08:00')])
    expect(planned({ from: '2026-11-30' as CalendarDate })[0]?.startsAt).toBe(wall('2026-11-30T08:00'))
    expect(planned({ from: '2026-12-01' as CalendarDate })[0]?.startsAt).toBe(wall('2026-12-07T08:00'))
  })

  it('R79 follows the policy: another day, another time, another length', () => {
    const shifts = planned({ weeks: 5, policy: examplePolicy({ rotaHandOver: { weekday: 5, minute: 17 * 60 + 30 }, rotaWeeks: 2 }), ranks: ['primary'] })
    expect(shifts.map(({ startsAt }) => startsAt)).toEqual(['2026-11-27T17:30', '2026-12-11T17:30', '2026-12-25T17:30'].map((at) => wall(at)))
    expect(shifts.at(-1)?.endsAt).toBe(wall('2027-01-08T17:30'))
  })

  it('R79 gives weeks in which the clocks change 167 or 169 hours', () => {
    expect(planned({ from: '2027-03-08' as CalendarDate, weeks: 2, ranks: ['primary'] }).map(hoursOf)).toEqual([167, 168])
    expect(planned({ from: '2027-11-01' as CalendarDate, weeks: 2, ranks: ['primary'] }).map(hoursOf)).toEqual([169, 168])
    const arizona = examplePolicy({ officeZone: contiguousZones.find((zone) => zone === 'America/Phoenix') ?? chicago })
    expect(planned({ from: '2027-03-08' as CalendarDate, weeks: 2, ranks: ['primary'], policy: arizona }).map(hoursOf)).toEqual([168, 168])
  })

  it('R5 R82 never plans an installation engineer, nor R2 anybody but the HelpDesk', () => {
    const grace = exampleDutyEngineers.filter(({ id }) => id === 'grace')
    expect(sentenceOf({ engineers: [dana, ...grace] })).toBe('The rota cannot name Grace: Grace is an installation engineer, and those are never on call by rota (R5).')
    expect(sentenceOf({ engineers: [dana, exampleDutyEngineer('marian', { role: 'supportManager' })] })).toMatch(/HelpDesk engineers take turns on call \(R2\), and Marian is none/)
  })

  it('P35 never plans whom no page can reach', () => {
    expect(sentenceOf({ engineers: [dana, exampleDutyEngineer('miguel', { active: false })] })).toMatch(/Miguel is no longer active/)
    expect(sentenceOf({ engineers: [dana, exampleDutyEngineer('miguel', { phone: ' ', email: '' })] })).toMatch(/neither a phone number nor an e-mail/)
    expect(sentenceOf({ engineers: [] })).toMatch(/at least one/)
    expect(sentenceOf({ weeks: 0 })).toMatch(/one week or more/)
    expect(sentenceOf({ weeks: 1.5 })).toMatch(/whole number/)
  })

  it('R64 never makes one engineer primary and second at once', () => {
    expect(sentenceOf({ engineers: [dana] })).toMatch(/Dana would be primary and second on call at once/)
    expect(sentenceOf({ engineers: [dana], ranks: ['primary'] })).toBeNull()
    expect(sentenceOf({ engineers: [dana, dana, exampleDutyEngineer('miguel')] })).toMatch(/at once/)
  })
})

const handOvers = [{ weekday: 1, minute: 8 * 60 }, { weekday: 7, minute: 2 * 60 + 30 }]

it.each(handOvers)('R79 has 0 gaps and 0 overlaps in every U.S. zone over 2026–2035, handed over on day $weekday at minute $minute', (rotaHandOver) => {
  const hours = new Set<number>()
  for (const officeZone of contiguousZones) {
    const shifts = planned({ from: '2026-01-01' as CalendarDate, weeks: 522, policy: examplePolicy({ officeZone, rotaHandOver }), ranks: ['primary'] })
    expect(shifts).toHaveLength(522)
    const onTime = shifts.filter(({ startsAt }) => {
      const { date, minute } = wallTime(startsAt, officeZone)
      // A hand-over that the clocks skip is an hour later on the wall.
      return date.dayOfWeek === rotaHandOver.weekday && (minute === rotaHandOver.minute || (rotaHandOver.minute === 150 && minute === 210))
    })
    expect(onTime.length, `on time in ${officeZone}`).toBe(522)
    for (const shift of shifts) hours.add(hoursOf(shift))
    const [from, to] = [shifts[0]?.startsAt, shifts.at(-1)?.endsAt]
    if (from === undefined || to === undefined) throw new Error('no shifts')
    const segments = rotaSegments(shifts, from, to)
    expect(segments.length, `stretches in ${officeZone}`).toBe(522)
    const odd = segments.filter(({ shift, ...segment }, turn) => shift !== shifts[turn] || segment.from !== shift?.startsAt || segment.to !== shift.endsAt)
    expect(odd, `gaps and overlaps in ${officeZone}`).toEqual([])
  }
  expect([...hours].toSorted((a, b) => a - b)).toEqual([167, 168, 169])
}, 30_000)
