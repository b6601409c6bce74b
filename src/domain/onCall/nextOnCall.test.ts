import { expect, it } from 'vitest'
import { exampleShift, wall } from '../fixtures/examples'
import { currentAndNext, nextOnCall } from './nextOnCall'
import type { Shift } from './shift'

const shift = (id: string, engineerId: string, from: string, to: string, changes: Partial<Shift> = {}): Shift =>
  exampleShift({ id, engineerId, startsAt: wall(from), endsAt: wall(to), ...changes })
const shifts = [
  shift('1', 'dana', '2026-11-23T08:00', '2026-11-30T08:00'),
  shift('2', 'dana', '2026-11-30T08:00', '2026-12-07T08:00'),
  shift('3', 'priya', '2026-12-07T08:00', '2026-12-14T08:00'),
  shift('4', 'miguel', '2026-11-23T08:00', '2026-12-21T08:00', { rank: 'second' }),
]

it('R79 names the next engineer, over two shifts of the same one, and when', () => {
  expect(currentAndNext(shifts, wall('2026-11-24T10:00'))).toEqual({ current: shifts[0], until: wall('2026-12-07T08:00'), next: { shift: shifts[2], at: wall('2026-12-07T08:00') } })
  expect(nextOnCall(shifts, wall('2026-12-07T08:00'))).toBeNull()
})

it('R79 counts whoever stands in as the next, and the covered engineer after that', () => {
  const night = shift('5', 'miguel', '2026-11-24T17:00', '2026-11-25T08:00', { kind: 'override', coversShiftId: '1' })
  expect(nextOnCall([...shifts, night], wall('2026-11-24T10:00'))).toEqual({ shift: night, at: night.startsAt })
  expect(currentAndNext([...shifts, night], wall('2026-11-24T18:00'))).toEqual({ current: night, until: night.endsAt, next: { shift: shifts[0], at: night.endsAt } })
})

it('R79 says until when a gap lasts, that one follows, and that nobody does', () => {
  const late = [shift('1', 'dana', '2026-11-23T08:00', '2026-11-28T08:00'), shift('2', 'priya', '2026-11-30T08:00', '2026-12-07T08:00')]
  expect(currentAndNext(late, wall('2026-11-24T10:00'))).toMatchObject({ until: wall('2026-11-28T08:00'), next: { at: wall('2026-11-30T08:00') } })
  expect(currentAndNext(late, wall('2026-11-29T10:00'))).toMatchObject({ current: null, until: wall('2026-11-30T08:00'), next: { shift: late[1] } })
  expect(currentAndNext(late, wall('2026-12-01T10:00'))).toEqual({ current: late[1], until: wall('2026-12-07T08:00'), next: null })
  expect(currentAndNext(late, wall('2026-12-08T10:00'))).toEqual({ current: null, until: null, next: null })
  expect(currentAndNext([], wall('2026-12-08T10:00'))).toEqual({ current: null, until: null, next: null })
})

it('R64 looks at one rank at a time', () => {
  expect(currentAndNext(shifts, wall('2026-11-24T10:00'), 'second')).toEqual({ current: shifts[3], until: wall('2026-12-21T08:00'), next: null })
  expect(currentAndNext(shifts.slice(0, 3), wall('2026-11-24T10:00'), 'second').current).toBeNull()
})
