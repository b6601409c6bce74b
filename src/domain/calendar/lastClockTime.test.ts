import { describe, expect, it } from 'vitest'
import { wall } from '../fixtures/examples'
import { lastClockTime } from './lastClockTime'
import { toZone } from './time'

const chicago = toZone('America/Chicago')

describe('R18 when a call began, by the clock on the wall', () => {
  it.each([
    ['2026-11-24T14:30', '14:05', '2026-11-24T14:05'],
    ['2026-11-24T14:30', '14:30', '2026-11-24T14:30'],
    ['2026-11-24T14:30', '14:31', '2026-11-23T14:31'],
    ['2026-11-24T00:10', '23:50', '2026-11-23T23:50'],
    ['2026-11-24T09:00', '8:00', '2026-11-24T08:00'],
    ['2026-03-08T12:00', '02:30', '2026-03-08T03:30'],
  ])('R28 at %s, %s was %s', (now, clock, began) => {
    expect(lastClockTime(clock, chicago, wall(now))).toBe(wall(began))
  })

  it.each(['', '24:00', '8', '8:60', 'noon', '-1:00'])('knows no time %j', (clock) => {
    expect(lastClockTime(clock, chicago, wall('2026-11-24T14:30'))).toBeNull()
  })
})
