import { describe, expect, it } from 'vitest'
import { exampleShift, wall } from '../fixtures/examples'
import { onCallAt } from './onCallAt'
import type { Shift } from './shift'

const week = (id: string, from: string, to: string, changes: Partial<Shift> = {}): Shift =>
  exampleShift({ id, engineerId: id, startsAt: wall(from), endsAt: wall(to), ...changes })
const shifts = [week('a', '2026-11-16T08:00', '2026-11-23T08:00'), week('b', '2026-11-23T08:00', '2026-11-30T08:00'), week('c', '2026-11-23T08:00', '2026-11-30T08:00', { rank: 'second' })]

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

  it('lets the shift that began last override, whatever the order of the rows', () => {
    const swap = week('d', '2026-11-24T17:00', '2026-11-25T08:00')
    for (const rows of [[...shifts, swap], [swap, ...shifts]]) {
      expect(onCallAt(rows, wall('2026-11-25T02:00'))?.engineerId).toBe('d')
      expect(onCallAt(rows, wall('2026-11-25T08:00'))?.engineerId).toBe('b')
    }
  })
})
