import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { chicago, examplePolicy, wall } from '../fixtures/examples'
import { addBusinessMinutes, businessMinutesBetween } from './businessTime'
import { contiguousZones } from './contiguousZones'
import { isOpen, nextOpening } from './openTimes'
import { segmentsBetween } from './segmentsBetween'
import { serviceCalendar } from './serviceCalendar'
import type { ServiceCalendar } from './serviceCalendar'
import { toInstant, toZone } from './time'
import type { CalendarDate, Instant } from './time'

const thanksgiving = { date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }
const calendar = serviceCalendar(examplePolicy({ holidays: [thanksgiving] }), chicago)

const zones = contiguousZones.filter((zone) => zone.startsWith('America/'))
const sampled = ['America/New_York', 'America/Phoenix', 'America/Boise', 'America/Indiana/Knox'].map(toZone)
const anyInstant = fc.integer({ min: wall('2026-01-01T00:00'), max: wall('2027-12-31T00:00') }).map(toInstant)
const anyCalendar = fc.constantFrom(...sampled).map((zone) => serviceCalendar(everyDayPolicy, zone))
const everyDayPolicy = examplePolicy({ holidays: [thanksgiving] })

describe('business minutes', () => {
  it('R25 counts a working day as nine hours, and nothing of a night or a weekend', () => {
    expect(businessMinutesBetween(calendar, wall('2026-11-24T00:00'), wall('2026-11-25T00:00'))).toBe(540)
    expect(businessMinutesBetween(calendar, wall('2026-11-20T17:00'), wall('2026-11-23T08:00'))).toBe(0)
  })

  it('R26 counts from 8:00:00 up to but without 17:00:00', () => {
    expect(businessMinutesBetween(calendar, wall('2026-11-24T07:59:30'), wall('2026-11-24T08:00:30'))).toBe(0.5)
    expect(businessMinutesBetween(calendar, wall('2026-11-24T16:59:30'), wall('2026-11-24T17:00:30'))).toBe(0.5)
  })

  it('R27 counts nothing of a holiday, and shows it as one on the way to a deadline', () => {
    expect(businessMinutesBetween(calendar, wall('2026-11-26T00:00'), wall('2026-11-27T00:00'))).toBe(0)
    const from = wall('2026-11-25T16:30')
    const due = addBusinessMinutes(calendar, from, 60)
    const segments = segmentsBetween(calendar, from, due)
    expect(due).toBe(wall('2026-11-27T08:30'))
    expect(segments.map((segment) => segment.kind)).toEqual(['counted', 'closed', 'holiday', 'closed', 'counted'])
  })

  it('counts down below zero when the second instant is the earlier one', () => {
    expect(businessMinutesBetween(calendar, wall('2026-11-24T12:00'), wall('2026-11-24T11:00'))).toBe(-60)
  })

  it('R26 is due at closing time when the minutes end there, not at the next opening', () => {
    expect(addBusinessMinutes(calendar, wall('2026-11-24T16:30'), 30)).toBe(wall('2026-11-24T17:00'))
  })

  it('names the policy when its numbers or hours make no deadline', () => {
    expect(() => addBusinessMinutes(calendar, wall('2026-11-24T16:30'), -1)).toThrow(/zero or more business minutes/)
    const shut = serviceCalendar(examplePolicy({ serviceHours: [] }), chicago)
    expect(() => addBusinessMinutes(shut, wall('2026-11-24T16:30'), 1)).toThrow(/set service hours in the policy/)
  })

  it('R25 counts overlapping service intervals once', () => {
    const doubled = serviceCalendar(
      examplePolicy({ serviceHours: [{ weekday: 2, fromMinute: 480, toMinute: 720 }, { weekday: 2, fromMinute: 600, toMinute: 780 }] }),
      chicago,
    )
    expect(businessMinutesBetween(doubled, wall('2026-11-24T00:00'), wall('2026-11-25T00:00'))).toBe(300)
  })

  it('R28 adds up: a to c is a to b and b to c, across years and zones', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyInstant, anyInstant, (any, a, b, c) => {
        expect(businessMinutesBetween(any, a, c)).toBeCloseTo(businessMinutesBetween(any, a, b) + businessMinutesBetween(any, b, c), 6)
      }),
      { numRuns: 150 },
    )
  })

  it('R28 adds and measures back the same minutes, over gapless segments that hold exactly them', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 20_000 }), (any, from, minutes) => {
        const due = addBusinessMinutes(any, from, minutes)
        const segments = segmentsBetween(any, from, due)
        expect(businessMinutesBetween(any, from, due)).toBe(minutes)
        expect(segments[0]?.from).toBe(from)
        expect(segments.at(-1)?.to).toBe(due)
        segments.slice(1).forEach((segment, index) => expect(segment.from).toBe(segments[index]?.to))
        const counted = segments.filter((segment) => segment.kind === 'counted')
        expect(counted.reduce((sum, segment) => sum + segment.to - segment.from, 0)).toBe(minutes * 60_000)
      }),
      { numRuns: 150 },
    )
  })

  it('agrees with a walk minute by minute', () => {
    const walk = (any: ServiceCalendar, from: Instant, to: Instant): number => {
      let minutes = 0
      for (let at: number = from; at < to; at += 60_000) if (isOpen(any, toInstant(at))) minutes += 1
      return minutes
    }
    const wholeMinute = anyInstant.map((at) => toInstant(at - (at % 60_000)))
    fc.assert(
      fc.property(anyCalendar, wholeMinute, fc.integer({ min: 0, max: 9_000 }), (any, from, length) => {
        const to = toInstant(from + length * 60_000)
        expect(businessMinutesBetween(any, from, to)).toBe(walk(any, from, to))
      }),
      { numRuns: 25 },
    )
  })
})

describe('R25 any service hours', () => {
  /** Several stretches a day, some through midnight at either end, some days none. */
  const anyHours = fc.array(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), fromMinute: fc.integer({ min: 0, max: 1_439 }), length: fc.integer({ min: 1, max: 1_440 }) }),
    { minLength: 1, maxLength: 9 },
  )
  const anyPolicy = anyHours.map((hours) =>
    examplePolicy({
      holidays: [thanksgiving],
      serviceHours: hours.map(({ weekday, fromMinute, length }) => ({ weekday, fromMinute, toMinute: Math.min(1_440, fromMinute + length) })),
    }),
  )
  const anyZone = fc.constantFrom(...zones)

  it('R26 is open for exactly the minutes that it counts, with none twice', () => {
    fc.assert(
      fc.property(anyPolicy, anyZone, anyInstant, fc.integer({ min: 0, max: 4 * 1_440 }), (policy, zone, from, length) => {
        const any = serviceCalendar(policy, zone)
        const start = toInstant(from - (from % 60_000))
        let open = 0
        for (let minute = 0; minute < length; minute += 1) if (isOpen(any, toInstant(start + minute * 60_000))) open += 1
        expect(businessMinutesBetween(any, start, toInstant(start + length * 60_000))).toBe(open)
      }),
      { numRuns: 60 },
    )
  })

  it('answers the same whatever was asked before: earlier months, later months, or none', () => {
    fc.assert(
      fc.property(anyPolicy, anyZone, fc.array(anyInstant, { minLength: 2, maxLength: 12 }), (policy, zone, moments) => {
        const used = serviceCalendar(policy, zone)
        moments.forEach((moment, index) => {
          const other = moments[index - 1] ?? moment
          const fresh = serviceCalendar({ ...policy, values: { ...policy.values } }, zone)
          expect(businessMinutesBetween(used, other, moment)).toBe(businessMinutesBetween(fresh, other, moment))
          expect(nextOpening(used, moment)).toBe(nextOpening(fresh, moment))
          expect(addBusinessMinutes(used, moment, 90)).toBe(addBusinessMinutes(fresh, moment, 90))
        })
      }),
      { numRuns: 20 },
    )
  })

  it('is due at the earliest instant that holds the minutes, open or just closed', () => {
    fc.assert(
      fc.property(anyPolicy, anyZone, anyInstant, fc.integer({ min: 1, max: 5_000 }), (policy, zone, from, minutes) => {
        const any = serviceCalendar(policy, zone)
        const due = addBusinessMinutes(any, from, minutes)
        expect(businessMinutesBetween(any, from, due)).toBeCloseTo(minutes, 6)
        expect(isOpen(any, toInstant(due - 1))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('refuses a date that cannot be in words, whatever was asked first, and goes on with the others', () => {
    const any = serviceCalendar(examplePolicy(), chicago)
    for (const wrong of [wall('2200-01-01T00:00', 'UTC'), toInstant(-1), toInstant(Number.NaN)]) expect(() => isOpen(any, wrong)).toThrow(/A date on file must be wrong/)
    expect(isOpen(any, wall('2026-11-24T10:00'))).toBe(true)
    expect([isOpen(any, wall('1970-01-05T10:00')), isOpen(any, wall('2040-01-05T10:00'))]).toEqual([true, true])
    expect(businessMinutesBetween(any, wall('2026-11-24T08:00'), wall('2026-11-24T17:00'))).toBe(540)
  })
})

describe('R28 changes of the clocks', () => {
  it('gives a desk that is open all day 23 and 25 hours, and Arizona 24', () => {
    const always = examplePolicy({ serviceHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1_440 })) })
    const hoursOf = (name: string, date: string): number => {
      const zone = toZone(name)
      const next = Temporal.PlainDate.from(date).add({ days: 1 })
      return businessMinutesBetween(serviceCalendar(always, zone), wall(`${date}T00:00`, zone), wall(`${next.toString()}T00:00`, zone)) / 60
    }
    expect([hoursOf('America/Boise', '2027-03-14'), hoursOf('America/Boise', '2026-11-01')]).toEqual([23, 25])
    expect([hoursOf('America/Indiana/Knox', '2027-03-14'), hoursOf('America/Indiana/Tell_City', '2026-11-01')]).toEqual([23, 25])
    expect([hoursOf('America/Phoenix', '2027-03-14'), hoursOf('America/Phoenix', '2026-11-01')]).toEqual([24, 24])
  })
})
