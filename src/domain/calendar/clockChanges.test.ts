import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { examplePolicy, wall } from '../fixtures/examples'
import { addBusinessMinutes, businessMinutesBetween } from './businessTime'
import { contiguousZones, isOutsideStatedArea } from './contiguousZones'
import { closingAfter, isOpen, nextOpening } from './openTimes'
import { segmentsBetween } from './segmentsBetween'
import { serviceCalendar } from './serviceCalendar'
import { needsZonePerSite, stateZones } from './stateZones'
import { toInstant, toZone } from './time'
import type { Instant, ZoneId } from './time'
import { wallTime } from './wallTime'
import { clockChanges, zoneOffset } from './zoneOffset'

const policy = examplePolicy()
const from = wall('2026-01-01T00:00', 'UTC')
const to = wall('2036-01-01T00:00', 'UTC')

/** By the library alone, with none of our memos. */
const oracle = (at: Instant, zone: ZoneId): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
const instantOf = (date: Temporal.PlainDate, time: string, zone: ZoneId): Instant =>
  toInstant(date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds)

const edges = contiguousZones.flatMap((zone) => clockChanges(zone, from, to).map((change) => ({ zone, ...change })))

describe('R28 ten years of changes of the clocks in every contiguous zone', () => {
  it('finds the two of each year, and none in Arizona', () => {
    const still = contiguousZones.filter((zone) => clockChanges(zone, from, to).length === 0)
    expect(still).toEqual(['America/Phoenix', 'US/Arizona'])
    expect(edges.length).toBe((contiguousZones.length - still.length) * 20)
    for (const { zone, at, shiftMinutes } of edges) {
      const shift = (oracle(at, zone).offsetNanoseconds - oracle(toInstant(at - 1), zone).offsetNanoseconds) / 60e9
      expect([shiftMinutes, Math.abs(shiftMinutes)], `${zone} ${at}`).toEqual([shift, 60])
    }
  })

  it('reads the wall clock as the library does, to the millisecond before and after each change', () => {
    for (const { zone, at } of edges) {
      for (const moment of [at - 3_600_000, at - 1, at, at + 1, at + 3_600_000].map(toInstant)) {
        const wanted = oracle(moment, zone)
        const { date, minute } = wallTime(moment, zone)
        expect(`${date.toString()} ${minute} ${zoneOffset(zone, moment)}`).toBe(
          `${wanted.toPlainDate().toString()} ${wanted.hour * 60 + wanted.minute} ${wanted.offsetNanoseconds / 1e6}`,
        )
      }
    }
  })

  it('opens at 8:00 and closes at 17:00 by the wall on each working day around them: 0 gap, 0 overlap', () => {
    let days = 0
    for (const { zone, at } of edges) {
      const calendar = serviceCalendar(policy, zone)
      const sunday = oracle(at, zone).toPlainDate()
      expect(sunday.dayOfWeek).toBe(7)
      for (const distance of [-2, 1]) {
        const day = sunday.add({ days: distance })
        const opens = instantOf(day, '08:00', zone)
        const closes = instantOf(day, '17:00', zone)
        expect(nextOpening(calendar, toInstant(opens - 1))).toBe(opens)
        expect(closingAfter(calendar, opens)).toBe(closes)
        expect([isOpen(calendar, toInstant(opens - 1)), isOpen(calendar, opens), isOpen(calendar, toInstant(closes - 1)), isOpen(calendar, closes)]).toEqual([false, true, true, false])
        days += 1
      }
      const friday = instantOf(sunday.subtract({ days: 2 }), '16:30', zone)
      expect(addBusinessMinutes(calendar, friday, 60)).toBe(instantOf(sunday.add({ days: 1 }), '08:30', zone))
      expect(businessMinutesBetween(calendar, friday, instantOf(sunday.add({ days: 1 }), '08:30', zone))).toBe(60)
    }
    expect(days).toBe(edges.length * 2)
  })

  it('counts nine hours for each working day of the ten years, in every zone', () => {
    const first = Temporal.PlainDate.from('2026-01-01')
    const last = Temporal.PlainDate.from('2036-01-01')
    let working = 0
    for (let day = first; Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 })) if (day.dayOfWeek <= 5) working += 1
    for (const zone of contiguousZones) {
      expect(businessMinutesBetween(serviceCalendar(policy, zone), instantOf(first, '00:00', zone), instantOf(last, '00:00', zone))).toBe(working * 540)
    }
  })

  it('shows each change on the way, without length and with its hour, and splits the closed night there', () => {
    for (const { zone, at, shiftMinutes } of edges.filter((_, index) => index % 7 === 0)) {
      const segments = segmentsBetween(serviceCalendar(policy, zone), toInstant(at - 86_400_000), toInstant(at + 86_400_000))
      const index = segments.findIndex(({ kind }) => kind === 'dst')
      expect(segments[index]).toEqual({ kind: 'dst', from: at, to: at, shiftMinutes })
      expect([segments[index - 1]?.to, segments[index + 1]?.from]).toEqual([at, at])
      expect(segments.filter(({ kind }) => kind === 'dst').length).toBe(1)
    }
  })
})

describe('R28 states', () => {
  it('have their zones, all of the stated area, and those with several ask for the site’s', () => {
    expect(Object.keys(stateZones).length).toBe(49)
    expect(Object.values(stateZones).flat().filter(isOutsideStatedArea)).toEqual([])
    expect(['MN', 'NY', 'CA', 'AK', 'XX'].map(needsZonePerSite)).toEqual([false, false, false, false, false])
    expect(['IN', 'TX', 'FL', 'AZ', 'OR', 'TN', 'ND', 'MI', 'ID', 'KS', 'KY', 'NE', 'SD', 'NV'].every(needsZonePerSite)).toBe(true)
  })

  it('keep one state’s two halves an hour apart: a Texan site in El Paso opens an hour after Houston', () => {
    const day = Temporal.PlainDate.from('2026-11-24')
    const [houston, elPaso] = stateZones['TX'] ?? []
    const opens = [houston, elPaso].map((zone) => nextOpening(serviceCalendar(policy, zone ?? toZone('UTC')), instantOf(day, '00:00', toZone('UTC'))))
    expect((opens[1] ?? 0) - (opens[0] ?? 0)).toBe(3_600_000)
  })
})
