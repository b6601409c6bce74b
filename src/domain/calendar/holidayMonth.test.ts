import { expect, it } from 'vitest'
import { chicago, examplePolicy, wall } from '../fixtures/examples'
import { isOpen } from './openTimes'
import { serviceCalendar } from './serviceCalendar'
import type { CalendarDate } from './time'

it('R27 a holiday closes its own day, and the day of that number of no other month or year', () => {
  const calendar = serviceCalendar(examplePolicy({ holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }] }), chicago)
  const open = ['2026-11-26T10:00', '2026-10-26T10:00', '2027-01-26T10:00', '2027-11-26T10:00'].map((day) => isOpen(calendar, wall(day)))
  expect(open).toEqual([false, true, true, true])
})
