import { describe, expect, it } from 'vitest'
import { chicago, wall } from '../fixtures/examples'
import { localTime, sayClockTime, sayDate, sayMoment, saySpan, zoneLetters } from './sayTime'
import { toZone } from './time'
import type { CalendarDate } from './time'

const now = wall('2026-11-24T12:00')

describe('time in words', () => {
  it('R25 says the zone as people do, the same in summer and winter', () => {
    const letters = (name: string): readonly string[] => [zoneLetters(toZone(name), wall('2026-07-01T12:00')), zoneLetters(toZone(name), now)]
    expect(letters('America/Chicago')).toEqual(['CT', 'CT'])
    expect(letters('America/New_York')).toEqual(['ET', 'ET'])
    expect(letters('America/Indiana/Indianapolis')).toEqual(['ET', 'ET'])
    expect(letters('America/Boise')).toEqual(['MT', 'MT'])
    expect(letters('America/Los_Angeles')).toEqual(['PT', 'PT'])
    expect(letters('America/Anchorage')).toEqual(['AKT', 'AKT'])
    expect(letters('Pacific/Honolulu')).toEqual(['HT', 'HT'])
  })

  it('R28 keeps Arizona apart from Mountain Time', () => {
    expect(zoneLetters(toZone('America/Phoenix'), wall('2026-07-01T12:00'))).toBe('MST')
  })

  it('says moments from where the reader stands', () => {
    expect(localTime(wall('2026-11-24T08:05'), chicago)).toBe('8:05')
    expect(sayClockTime(wall('2026-11-24T14:30'), chicago)).toBe('14:30 CT')
    const said = ['2026-11-24T14:30', '2026-11-25T08:00', '2026-11-23T08:00', '2026-11-26T08:00', '2027-01-08T08:00'].map((at) => sayMoment(wall(at), chicago, now))
    expect(said).toEqual(['today 14:30 CT', 'tomorrow 8:00 CT', 'yesterday 8:00 CT', 'Thu 26 Nov 8:00 CT', 'Fri 8 Jan 2027 8:00 CT'])
  })

  it('says dates and spans', () => {
    expect(sayDate('2026-12-31' as CalendarDate)).toBe('31 Dec 2026')
    expect([0, 12.9, 65, 180, 24 * 60, 2 * 24 * 60 + 4 * 60 + 9, -5].map(saySpan)).toEqual(['0 min', '12 min', '1 h 5 min', '3 h', '1 day', '2 days 4 h', '5 min'])
  })
})
