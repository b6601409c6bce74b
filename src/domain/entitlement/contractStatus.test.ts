import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { toInstant, toZone } from '../calendar/time'
import type { CalendarDate, Instant, ZoneId } from '../calendar/time'
import type { Contract } from '../customer/customer'
import { chicago, exampleContract, wall } from '../fixtures/examples'
import { contractStatus } from './contractStatus'

const day = (text: string): CalendarDate => text as CalendarDate
const now = wall('2026-11-24T12:00')

describe('R77 R78 the contract’s status', () => {
  it('says what covers now, 24×7 before standard', () => {
    const standard = exampleContract({ id: 'c2', kind: 'standard', endsOn: day('2027-12-31') })
    expect(contractStatus([standard, exampleContract()], now, chicago, 0)).toEqual({ kind: '24x7', until: '2026-12-31', sentence: '24×7 until 31 Dec 2026' })
    expect(contractStatus([standard], now, chicago, 0)).toMatchObject({ kind: 'standard', sentence: 'Standard until 31 Dec 2027' })
  })

  it('R78 ends with the last day of the office, not of UTC', () => {
    const kindAt = (time: string): string => contractStatus([exampleContract()], wall(time), chicago, 0).kind
    expect([kindAt('2026-12-31T23:59:59.999'), kindAt('2027-01-01T00:00'), kindAt('2025-12-31T23:59:59.999'), kindAt('2026-01-01T00:00')]).toEqual(['24x7', 'ended', 'none', '24x7'])
  })

  it('R78 says when it ended, and R99 when there was none', () => {
    expect(contractStatus([exampleContract({ endsOn: day('2026-06-30') })], now, chicago, 0)).toEqual({ kind: 'ended', until: '2026-06-30', sentence: 'Ended on 30 Jun 2026' })
    expect(contractStatus([], now, chicago, 0)).toEqual({ kind: 'none', until: null, sentence: 'No contract on file' })
  })

  it('R78 gives the grace that an administrator set on the contract, and says so', () => {
    const inGrace = exampleContract({ endsOn: day('2026-11-15'), graceUntil: day('2026-11-30') })
    expect(contractStatus([inGrace], now, chicago, 0)).toEqual({ kind: '24x7', until: '2026-11-30', sentence: '24×7 ended on 15 Nov 2026, grace until 30 Nov 2026' })
    expect(contractStatus([inGrace], wall('2026-12-01T00:00'), chicago, 0).kind).toBe('ended')
  })

  it('R78 gives the firm’s days of grace, and none when the firm has none', () => {
    const over = exampleContract({ endsOn: day('2026-11-20') })
    expect(contractStatus([over], now, chicago, 0).kind).toBe('ended')
    expect(contractStatus([over], now, chicago, 4)).toEqual({ kind: '24x7', until: '2026-11-24', sentence: '24×7 ended on 20 Nov 2026, grace until 24 Nov 2026' })
    expect(contractStatus([over], wall('2026-11-25T00:00'), chicago, 4).kind).toBe('ended')
  })

  it('R78 lets the contract’s own grace go before the firm’s, longer or shorter', () => {
    const kind = (graceUntil: string, days: number): string => contractStatus([exampleContract({ endsOn: day('2026-11-20'), graceUntil: day(graceUntil) })], now, chicago, days).kind
    expect([kind('2026-11-24', 0), kind('2026-11-24', 2), kind('2026-11-23', 30), kind('2026-11-01', 30)]).toEqual(['24x7', '24x7', 'ended', 'ended'])
  })
})

/** The rule as it reads: what day is it in the office, and is that day covered? */
const plainKind = (contracts: readonly Contract[], at: Instant, zone: ZoneId, graceDays: number): string => {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  const last = ({ endsOn, graceUntil }: Contract): Temporal.PlainDate => {
    const end = Temporal.PlainDate.from(endsOn)
    if (graceUntil === null) return end.add({ days: graceDays })
    const grace = Temporal.PlainDate.from(graceUntil)
    return Temporal.PlainDate.compare(grace, end) > 0 ? grace : end
  }
  const begun = contracts.filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, today) <= 0)
  const covering = begun.filter((contract) => Temporal.PlainDate.compare(today, last(contract)) <= 0)
  if (covering.some(({ kind }) => kind === '24x7')) return '24x7'
  if (covering.length > 0) return 'standard'
  return begun.length > 0 ? 'ended' : 'none'
}

const days = ['2026-03-07', '2026-03-08', '2026-03-09', '2026-06-30', '2026-10-31', '2026-11-01', '2026-11-02', '2026-12-31', '2027-01-01', '2028-02-28', '2028-02-29'].map(day)
const zones = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu', 'UTC'].map(toZone)
const anyDay = fc.constantFrom(...days)
const anyContract: fc.Arbitrary<Contract> = fc
  .record({ kind: fc.constantFrom('24x7', 'standard'), from: anyDay, to: anyDay, graceUntil: fc.option(anyDay, { nil: null }) })
  .map(({ kind, from, to, graceUntil }) => exampleContract({ kind, startsOn: from < to ? from : to, endsOn: from < to ? to : from, graceUntil }))

describe('R78 the remembered days', () => {
  it('answer what the calendar of the office answers, to the millisecond at every edge', () => {
    fc.assert(
      fc.property(
        fc.array(anyContract, { maxLength: 4 }), anyDay, fc.constantFrom(...zones), fc.constantFrom(0, 1, 14), fc.constantFrom(-1, 0, 1, 3_600_000), fc.integer({ min: -1, max: 2 }),
        (contracts, edge, zone, graceDays, offset, further) => {
          const midnight = Temporal.PlainDate.from(edge).add({ days: further }).toZonedDateTime(zone).epochMilliseconds
          const at = toInstant(midnight + offset)
          expect(contractStatus(contracts, at, zone, graceDays).kind).toBe(plainKind(contracts, at, zone, graceDays))
        },
      ),
      { numRuns: 800 },
    )
  })

  it('stay right when more contracts come by than are remembered', () => {
    const first = exampleContract({ startsOn: day('2020-01-01') })
    const before = contractStatus([first], now, chicago, 0)
    const epoch = Temporal.PlainDate.from('1990-01-01')
    const many = Array.from({ length: 5_000 }, (_, index) => exampleContract({ startsOn: day(epoch.add({ days: index }).toString()), endsOn: day(epoch.add({ days: index + 1 }).toString()) }))
    expect(contractStatus(many, now, chicago, 0)).toMatchObject({ kind: 'ended', until: many.at(-1)?.endsOn })
    expect(contractStatus([first], now, chicago, 0)).toEqual(before)
  })
})
