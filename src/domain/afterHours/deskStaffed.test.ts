import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contiguousZones } from '../calendar/contiguousZones'
import { isOpen } from '../calendar/openTimes'
import { serviceCalendar } from '../calendar/serviceCalendar'
import { toInstant } from '../calendar/time'
import type { CalendarDate, Instant } from '../calendar/time'
import { examplePolicy, wall } from '../fixtures/examples'
import { deskStaffed } from './deskStaffed'

const policy = examplePolicy({ holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }] })
const eastern = (time: string): Instant => wall(time, 'America/New_York')
const pacific = (time: string): Instant => wall(time, 'America/Los_Angeles')

describe('R80 whether the desk is staffed', () => {
  it('R25 R80 is staffed from 8:00 Eastern to 17:00 Pacific', () => {
    const moments = [eastern('2026-11-24T07:59:59.999'), eastern('2026-11-24T08:00'), pacific('2026-11-24T16:59:59.999'), pacific('2026-11-24T17:00')]
    expect(moments.map((at) => deskStaffed(policy, at))).toEqual([false, true, true, false])
  })

  it('R25 R80 keeps the office’s hours when the firm’s hours follow the office', () => {
    const office = examplePolicy({ hoursFollow: 'office' })
    const moments = [wall('2026-11-24T07:59'), wall('2026-11-24T08:00'), wall('2026-11-24T16:59'), wall('2026-11-24T17:00')]
    expect(moments.map((at) => deskStaffed(office, at))).toEqual([false, true, true, false])
  })

  it('R80 counts each wall clock, also when hours are so short that they leave gaps between the zones', () => {
    const short = examplePolicy({ serviceHours: [{ weekday: 2, fromMinute: 480, toMinute: 510 }] })
    const zones = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles']
    expect(zones.map((zone) => deskStaffed(short, wall('2026-11-24T08:10', zone)))).toEqual([true, true, true, true])
    expect(zones.map((zone) => deskStaffed(short, wall('2026-11-24T08:40', zone)))).toEqual([false, false, false, false])
  })

  it('R27 is empty on holidays and week-ends', () => {
    expect([wall('2026-11-26T12:00'), wall('2026-11-28T12:00')].map((at) => deskStaffed(policy, at))).toEqual([false, false])
  })

  const years = Array.from({ length: 10 }, (_, index) => 2026 + index)

  it.each(years)('R28 R80 in %d it is staffed exactly when some contiguous zone is open', (year) => {
    const anyZoneOpen = (at: Instant): boolean => contiguousZones.some((zone) => isOpen(serviceCalendar(policy, zone), at))
    const quarter = 15 * 60_000
    const anyQuarter = fc.integer({ min: wall(`${year}-01-01T00:00`) / quarter, max: wall(`${year}-12-31T00:00`) / quarter })
    fc.assert(
      fc.property(anyQuarter, fc.constantFrom(-1, 0), (quarters, shift) => {
        const at = toInstant(quarters * quarter + shift)
        expect(deskStaffed(policy, at)).toBe(anyZoneOpen(at))
      }),
      { numRuns: 50 },
    )
  })
})
