import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { toInstant } from '../calendar/time'
import { exampleShift, wall } from '../fixtures/examples'
import { onCallAt } from './onCallAt'
import { rotaSegments } from './rotaSegments'
import { shiftKinds } from './shift'
import type { Shift } from './shift'

const base = wall('2026-11-23T08:00')
const at = (hours: number) => toInstant(base + hours * 3_600_000)

it('R79 shows a covered shift before and after its cover, and the hours that nobody has', () => {
  const week = exampleShift()
  const night = exampleShift({ id: 'o', engineerId: 'miguel', kind: 'override', coversShiftId: week.id, startsAt: wall('2026-11-24T17:00'), endsAt: wall('2026-11-25T08:00') })
  const segments = rotaSegments([night, week], wall('2026-11-23T00:00'), wall('2026-12-01T00:00'))
  expect(segments.map(({ from, shift }) => [from, shift?.id ?? null])).toEqual([
    [wall('2026-11-23T00:00'), null],
    [week.startsAt, week.id],
    [night.startsAt, 'o'],
    [night.endsAt, week.id],
    [week.endsAt, null],
  ])
  expect(rotaSegments([week], week.endsAt, week.startsAt)).toEqual([])
})

const ids = ['1', '2', '3', '4', '5']
const anyRota = fc
  .uniqueArray(
    fc.record({ id: fc.constantFrom(...ids), start: fc.integer({ min: 0, max: 40 }), hours: fc.integer({ min: 0, max: 20 }), kind: fc.constantFrom(...shiftKinds), coversShiftId: fc.option(fc.constantFrom(...ids)) }),
    { selector: ({ id }) => id, maxLength: 5 },
  )
  .map((rows) => rows.map(({ start, hours, ...row }): Shift => exampleShift({ ...row, startsAt: at(start), endsAt: at(start + hours) })))

it('R79 cuts any stretch of any rota without gap or overlap, and has exactly the answer of every instant in it', () => {
  fc.assert(
    fc.property(anyRota, fc.integer({ min: -5, max: 60 }), fc.integer({ min: 1, max: 60 }), (shifts, start, length) => {
      const segments = rotaSegments(shifts, at(start), at(start + length))
      expect([segments[0]?.from, segments.at(-1)?.to]).toEqual([at(start), at(start + length)])
      expect(segments.slice(1).map(({ from }) => from)).toEqual(segments.slice(0, -1).map(({ to }) => to))
      expect(segments.every(({ from, to }) => from < to)).toBe(true)
      expect(segments.slice(1).every(({ shift }, index) => shift !== segments[index]?.shift)).toBe(true)
      for (let hour = start; hour < start + length; hour += 0.5) {
        const moment = at(hour)
        expect(segments.find(({ from, to }) => from <= moment && moment < to)?.shift ?? null).toBe(onCallAt(shifts, moment))
      }
    }),
  )
})
