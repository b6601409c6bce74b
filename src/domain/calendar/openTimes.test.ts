import { describe, expect, it } from 'vitest'
import { chicago, examplePolicy, wall } from '../fixtures/examples'
import { addBusinessMinutes } from './businessTime'
import { isOutsideStatedArea } from './contiguousZones'
import { closingAfter, holidayAt, isOpen, nextOpening } from './openTimes'
import { serviceCalendar } from './serviceCalendar'
import { toZone } from './time'
import type { CalendarDate } from './time'

const policy = examplePolicy({ holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }] })
const calendar = serviceCalendar(policy, chicago)

describe('opening times', () => {
  it('R26 opens at 8:00:00.000 and is closed from 17:00:00.000 on', () => {
    const open = ['2026-11-24T07:59:59.999', '2026-11-24T08:00', '2026-11-24T16:59:59.999', '2026-11-24T17:00'].map((at) => isOpen(calendar, wall(at)))
    expect(open).toEqual([false, true, true, false])
  })

  it('R57 finds the next opening over nights, weekends and holidays, and stays put while open', () => {
    expect(nextOpening(calendar, wall('2026-11-24T10:00'))).toBe(wall('2026-11-24T10:00'))
    expect(nextOpening(calendar, wall('2026-11-25T17:00'))).toBe(wall('2026-11-27T08:00'))
    expect(nextOpening(calendar, wall('2026-11-27T17:00'))).toBe(wall('2026-11-30T08:00'))
    expect(nextOpening(calendar, wall('2026-12-31T17:00'))).toBe(wall('2027-01-01T08:00'))
  })

  it('R65 knows when the opening that is on ends', () => {
    expect(closingAfter(calendar, wall('2026-11-24T10:00'))).toBe(wall('2026-11-24T17:00'))
    expect(closingAfter(calendar, wall('2026-11-24T17:00'))).toBeNull()
  })

  it('R27 names the holiday by the calendar’s own day', () => {
    expect(holidayAt(calendar, wall('2026-11-26T00:00'))).toBe('Thanksgiving Day')
    expect(holidayAt(calendar, wall('2026-11-25T23:59'))).toBeNull()
    expect(isOpen(calendar, wall('2026-11-26T10:00'))).toBe(false)
  })

  it('R25 follows the site, or the office when the firm chose so', () => {
    const newYork = toZone('America/New_York')
    const at = wall('2026-11-24T08:30', newYork)
    expect(isOpen(serviceCalendar(policy, newYork), at)).toBe(true)
    expect(isOpen(serviceCalendar(examplePolicy({ hoursFollow: 'office' }), newYork), at)).toBe(false)
  })

  it('R29 gives Alaska, Hawaii and the world the office hours, and Arizona its own', () => {
    for (const name of ['America/Anchorage', 'Pacific/Honolulu', 'Europe/Berlin', 'America/Puerto_Rico']) {
      expect(serviceCalendar(policy, toZone(name)).zone).toBe(chicago)
      expect(isOutsideStatedArea(toZone(name))).toBe(true)
    }
    expect(serviceCalendar(policy, toZone('America/Phoenix')).zone).toBe('America/Phoenix')
  })

  it('R25 takes a desk that never closes, and one that is open through midnight at the turn of a month', () => {
    const always = serviceCalendar(examplePolicy({ serviceHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1_440 })) }), chicago)
    expect([isOpen(always, wall('2026-11-30T23:59')), nextOpening(always, wall('2026-12-01T00:00'))]).toEqual([true, wall('2026-12-01T00:00')])
    expect(closingAfter(always, wall('2026-11-30T12:00'))).toBeGreaterThan(wall('2028-01-01T00:00'))
    expect(addBusinessMinutes(always, wall('2026-11-30T23:30'), 60)).toBe(wall('2026-12-01T00:30'))
    expect(addBusinessMinutes(always, wall('2026-11-30T23:30'), 200 * 1_440)).toBe(wall('2026-11-30T23:30') + 200 * 86_400_000)
    const monday = 1
    const night = serviceCalendar(examplePolicy({ serviceHours: [{ weekday: monday, fromMinute: 1_200, toMinute: 1_440 }, { weekday: monday + 1, fromMinute: 0, toMinute: 360 }] }), chicago)
    expect(closingAfter(night, wall('2026-11-30T21:00'))).toBe(wall('2026-12-01T06:00'))
  })
})
