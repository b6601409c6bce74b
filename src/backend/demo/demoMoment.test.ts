import { expect, test } from 'vitest'
import { businessMinutesBetween } from '../../domain/calendar/businessTime'
import { serviceCalendar } from '../../domain/calendar/serviceCalendar'
import { toInstant, toZone } from '../../domain/calendar/time'
import { defaultPolicyValues } from '../../domain/policy/defaultPolicy'
import { demoMoment } from './demoMoment'

const calendar = serviceCalendar({ values: defaultPolicyValues }, toZone('America/Phoenix'))
const at = (text: string) => toInstant(Date.parse(text))

test.each([
  ['within the morning', { businessMinutesAgo: 25 }, '2026-11-24T17:40:00Z', '2026-11-24T17:15:00Z'],
  ['over the night', { businessMinutesAgo: 25 }, '2026-11-24T15:10:00Z', '2026-11-23T23:45:00Z'],
  ['at night, from closing time', { businessMinutesAgo: 25 }, '2026-11-25T07:00:00Z', '2026-11-24T23:35:00Z'],
  ['over the week-end', { businessMinutesAgo: 25 }, '2026-11-22T12:00:00Z', '2026-11-20T23:35:00Z'],
  ['nine hours are a day', { businessHoursAgo: 9 }, '2026-11-24T17:40:00Z', '2026-11-23T17:40:00Z'],
  ['last night by the wall clock of the place', { nightsAgo: 1, at: '22:47' }, '2026-11-24T17:40:00Z', '2026-11-24T05:47:00Z'],
] as const)('R25 a told moment is found %s', (_what, moment, now, expected) => {
  expect(new Date(demoMoment(moment, calendar, at(now))).toISOString()).toBe(new Date(expected).toISOString())
})

test('R25 exactly the told service minutes lie between the moment and now', () => {
  const now = at('2026-11-24T17:40:23.250Z')
  for (const minutes of [0, 1, 29, 540, 4_000]) {
    expect(businessMinutesBetween(calendar, demoMoment({ businessMinutesAgo: minutes }, calendar, now), now)).toBeCloseTo(minutes, 3)
  }
})
