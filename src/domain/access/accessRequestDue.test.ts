import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { businessMinutesBetween } from '../calendar/businessTime'
import { contiguousZones } from '../calendar/contiguousZones'
import { closingAfter, isOpen } from '../calendar/openTimes'
import { serviceCalendar } from '../calendar/serviceCalendar'
import { toInstant } from '../calendar/time'
import type { CalendarDate } from '../calendar/time'
import { chicago, examplePolicy, wall } from '../fixtures/examples'
import type { PolicyValues } from '../policy/policy'
import { accessRequestDue } from './accessRequestDue'

const dueAt = (at: string, changes: Partial<PolicyValues> = {}, zone: string = chicago): number =>
  accessRequestDue({ requestedAt: wall(at, zone) }, zone as typeof chicago, examplePolicy(changes)).due

describe('R32 access is due the same business day', () => {
  it.each([
    ['in the morning', '2026-11-24T09:00', '2026-11-24T17:00'],
    ['at the very opening', '2026-11-24T08:00', '2026-11-24T17:00'],
    ['before the opening of a business day', '2026-11-24T06:30', '2026-11-24T17:00'],
    ['with exactly the cut-off left', '2026-11-24T16:30', '2026-11-24T17:00'],
    ['one second later', '2026-11-24T16:30:01', '2026-11-25T17:00'],
    ['R32 at 16:55', '2026-11-24T16:55', '2026-11-25T17:00'],
    ['at 17:00:00, which is closed', '2026-11-24T17:00', '2026-11-25T17:00'],
    ['in the evening', '2026-11-24T21:00', '2026-11-25T17:00'],
    ['late on Friday', '2026-11-27T16:45', '2026-11-30T17:00'],
    ['on Saturday', '2026-11-28T12:00', '2026-11-30T17:00'],
  ])('%s', (_, at, due) => {
    expect(dueAt(at)).toBe(wall(due))
  })

  it('R27 steps over holidays', () => {
    const holidays = [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving' }]
    expect(dueAt('2026-11-25T16:50', { holidays })).toBe(wall('2026-11-27T17:00'))
    expect(dueAt('2026-11-26T10:00', { holidays })).toBe(wall('2026-11-27T17:00'))
  })

  it('keeps a lunch break inside its day, and counts only open minutes as left', () => {
    const serviceHours = [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, fromMinute: 480, toMinute: 720 },
      { weekday, fromMinute: 780, toMinute: 800 },
    ])
    expect(dueAt('2026-11-24T10:00', { serviceHours })).toBe(wall('2026-11-24T13:20'))
    expect(dueAt('2026-11-24T12:30', { serviceHours })).toBe(wall('2026-11-24T13:20'))
    expect(dueAt('2026-11-24T11:50', { serviceHours })).toBe(wall('2026-11-24T13:20'))
    expect(dueAt('2026-11-24T11:51', { serviceHours })).toBe(wall('2026-11-25T13:20'))
  })

  it('ends a day without closing time at midnight', () => {
    const serviceHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 }))
    expect(dueAt('2026-11-24T10:00', { serviceHours })).toBe(wall('2026-11-25T00:00'))
    expect(dueAt('2026-11-24T23:45', { serviceHours })).toBe(wall('2026-11-26T00:00'))
  })

  it('R25 R29 goes by the site’s wall clock, or by the office’s outside the stated area', () => {
    expect(dueAt('2026-11-24T15:00', {}, 'America/New_York')).toBe(wall('2026-11-24T17:00', 'America/New_York'))
    expect(dueAt('2026-11-24T10:00', {}, 'Pacific/Honolulu')).toBe(wall('2026-11-24T17:00'))
  })

  it('always ends at a closing time, at least the cut-off and less than two business days away, in every zone', () => {
    const policy = examplePolicy()
    const from = wall('2026-01-01T00:00')
    const minutes = 2 * 365 * 24 * 60
    assert(
      property(constantFrom(...contiguousZones), integer({ min: 0, max: minutes }), (zone, minute) => {
        const requestedAt = toInstant(from + minute * 60_000)
        const calendar = serviceCalendar(policy, zone)
        const { due } = accessRequestDue({ requestedAt }, zone, policy)
        const left = businessMinutesBetween(calendar, requestedAt, due)
        expect(left).toBeGreaterThanOrEqual(policy.values.accessCutoffMinutes)
        expect(left).toBeLessThan(9 * 60 + policy.values.accessCutoffMinutes)
        expect([isOpen(calendar, due), closingAfter(calendar, toInstant(due - 1))]).toEqual([false, due])
      }),
    )
  })
})
