import { expect, it } from 'vitest'
import { exampleShift, wall } from '../fixtures/examples'
import { doubleDuty } from './doubleDuty'

const week = exampleShift()
const second = exampleShift({ id: '2', rank: 'second', startsAt: week.endsAt, endsAt: wall('2026-12-07T08:00') })
const [from, to] = [week.startsAt, second.endsAt]

it('R64 lets one engineer go from primary to second at the hand-over, and finds the first stretch of both at once', () => {
  expect(doubleDuty([week, second], 'priya', from, to)).toBeNull()
  const early = { ...second, startsAt: wall('2026-11-29T08:00') }
  expect(doubleDuty([week, early], 'priya', from, to)).toEqual({ from: early.startsAt, to: week.endsAt })
  expect(doubleDuty([week, early], 'dana', from, to)).toBeNull()
  expect(doubleDuty([week, early], 'priya', from, early.startsAt)).toBeNull()
})
