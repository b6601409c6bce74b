import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '../calendar/time'
import { exampleShift, wall } from '../fixtures/examples'
import { coverTrouble } from './coverTrouble'
import { onCallAt } from './onCallAt'
import { shiftKinds, shiftRanks } from './shift'
import type { Shift } from './shift'

const week = (id: string, from: string, to: string, changes: Partial<Shift> = {}): Shift =>
  exampleShift({ id, engineerId: id, startsAt: wall(from), endsAt: wall(to), ...changes })
const a = week('a', '2026-11-16T08:00', '2026-11-23T08:00')
const b = week('b', '2026-11-23T08:00', '2026-11-30T08:00')
const shifts = [a, b, week('c', '2026-11-23T08:00', '2026-11-30T08:00', { rank: 'second' })]
const cover = (id: string, covers: Shift | null, changes: Partial<Shift> = {}): Shift => ({
  ...(covers ?? b), id, engineerId: id, kind: 'override', coversShiftId: covers?.id ?? null, ...changes,
})

const holderAt = (rows: readonly Shift[], at: string): string | undefined => onCallAt(rows, wall(at))?.engineerId
/** The holder, asked with the rows in both orders. */
const holder = (rows: readonly Shift[], at: string): string | undefined => {
  const [one, other] = [holderAt(rows, at), holderAt(rows.toReversed(), at)]
  expect(one).toBe(other)
  return one
}

describe('R79 who is on call', () => {
  it('hands over at the instant, with one primary on each side', () => {
    expect(onCallAt(shifts, wall('2026-11-23T07:59:59.999'))?.engineerId).toBe('a')
    expect(onCallAt(shifts, wall('2026-11-23T08:00'))?.engineerId).toBe('b')
    expect(onCallAt(shifts, wall('2026-11-24T02:00'), 'second')?.engineerId).toBe('c')
  })

  it('answers null in a gap', () => {
    expect(onCallAt(shifts, wall('2026-11-30T08:00'))).toBeNull()
    expect(onCallAt([], wall('2026-11-24T02:00'))).toBeNull()
  })

  it('takes of regular shifts that overlap the one that began last, then the higher id', () => {
    expect(holder([...shifts, week('d', '2026-11-24T17:00', '2026-11-25T08:00')], '2026-11-25T02:00')).toBe('d')
    expect(holder([...shifts, week('d', '2026-11-24T17:00', '2026-11-25T08:00')], '2026-11-25T08:00')).toBe('b')
    expect(holder([...shifts, { ...b, id: 'bb', engineerId: 'bb' }], '2026-11-25T02:00')).toBe('bb')
  })

  it('lets what covers a shift go over it, although it began no later and has the lower id', () => {
    expect(holder([...shifts, cover('0', b)], '2026-11-25T02:00')).toBe('0')
    const late = week('z', '2026-11-24T17:00', '2026-11-25T08:00')
    expect(holder([...shifts, late, cover('0', b)], '2026-11-25T02:00')).toBe('0')
    const swap = cover('s', b, { kind: 'swap' })
    expect(holder([...shifts, swap, cover('0', swap)], '2026-11-25T02:00')).toBe('0')
  })

  it('lets an override of hours that nobody has stand free', () => {
    const free = cover('free', null, { startsAt: wall('2026-11-30T08:00'), endsAt: wall('2026-12-01T08:00') })
    expect(holder([...shifts, free], '2026-11-30T12:00')).toBe('free')
    expect(coverTrouble(free, shifts)).toBeNull()
  })
})

describe('R79 a swap or an override is bound to the shift it covers', () => {
  const swap = cover('s', b, { kind: 'swap' })

  it('counts where that shift still is, and says that it was moved', () => {
    const moved = { ...b, startsAt: wall('2026-11-24T08:00'), endsAt: wall('2026-12-01T08:00') }
    expect(holder([a, moved, swap], '2026-11-23T12:00')).toBeUndefined()
    expect(holder([a, moved, swap], '2026-11-25T12:00')).toBe('s')
    expect(holder([a, moved, swap], '2026-11-30T12:00')).toBe('b')
    expect(coverTrouble(swap, [a, moved, swap])).toBe('moved')
    expect(coverTrouble(cover('o', b, { kind: 'override' }), [a, moved])).toBe('moved')
    expect(coverTrouble(swap, [a, { ...b, endsAt: wall('2026-12-01T08:00') }])).toBe('moved')
    expect(coverTrouble(swap, shifts)).toBeNull()
    expect(coverTrouble(cover('o', b, { endsAt: wall('2026-11-24T08:00') }), shifts)).toBeNull()
  })

  it('counts nowhere, and says so, when that shift is gone, has another rank, is the cover itself or goes round in a circle', () => {
    const second = { ...b, rank: 'second' as const }
    const itself = cover('s', b, { coversShiftId: 's' })
    const round = [cover('x', b, { coversShiftId: 'y' }), cover('y', b, { coversShiftId: 'x' })]
    const unbound = cover('s', b, { kind: 'swap', coversShiftId: null })
    for (const rows of [[a, swap], [a, second, swap], [a, itself], [a, ...round], [a, unbound]]) {
      expect(holder(rows, '2026-11-25T12:00')).toBeUndefined()
      const [covering] = rows.filter(({ kind }) => kind !== 'regular')
      expect(covering && coverTrouble(covering, rows)).toBe('gone')
    }
  })

  it('says so too when the shift is gone that the covered swap covered', () => {
    const onTop = cover('o', swap)
    expect(coverTrouble(onTop, [a, swap, onTop])).toBe('gone')
    expect(holder([a, swap, onTop], '2026-11-25T12:00')).toBeUndefined()
  })
})

const anyShift = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
  engineerId: fc.constantFrom('dana', 'miguel', 'priya'),
  rank: fc.constantFrom(...shiftRanks),
  start: fc.integer({ min: 0, max: 20 }),
  hours: fc.integer({ min: 0, max: 12 }),
  kind: fc.constantFrom(...shiftKinds),
  coversShiftId: fc.option(fc.constantFrom('1', '2', '3', '4', '5', '6')),
})

it('R79 decides once and totally: any order of any rows has the same holder, whose hours hold the moment', () => {
  const base = wall('2026-11-23T08:00')
  const after = (hours: number) => toInstant(base + hours * 3_600_000)
  const rota = fc.uniqueArray(anyShift, { selector: ({ id }) => id, maxLength: 6 }).map((rows) =>
    rows.map(({ start, hours, ...row }): Shift => exampleShift({ ...row, startsAt: after(start), endsAt: after(start + hours) })),
  )
  const shuffledRota = rota.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))
  fc.assert(
    fc.property(shuffledRota, fc.integer({ min: 0, max: 30 }).map(after), ([rows, shuffled], now) => {
      const found = onCallAt(rows, now)
      const inHours = rows.filter(({ rank, startsAt, endsAt }) => rank === 'primary' && startsAt <= now && now < endsAt)
      expect(onCallAt(shuffled, now)).toBe(found)
      expect(found === null || inHours.includes(found)).toBe(true)
      expect(found !== null || inHours.every(({ kind }) => kind !== 'regular')).toBe(true)
    }),
  )
})
