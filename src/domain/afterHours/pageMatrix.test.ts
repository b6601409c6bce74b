import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { contiguousZones } from '../calendar/contiguousZones'
import { toInstant } from '../calendar/time'
import type { CalendarDate, Instant, ZoneId } from '../calendar/time'
import { exampleContract, examplePolicy, wall } from '../fixtures/examples'
import { examplePageFacts, exampleStandbyWindow } from '../fixtures/examplePageFacts'
import { channels, priorities } from '../ticket/ticket'
import type { Channel, Priority } from '../ticket/ticket'
import { decidePage } from './decidePage'
import { pageOccasions } from './pageFacts'
import type { PageFacts, PageOccasion } from './pageFacts'
import type { PageTarget } from './page'

/** A wall-clock moment in Chicago; whether the desk is open for a customer there, and whether it is for anybody. */
interface Moment {
  readonly now: Instant
  readonly open: boolean
  readonly staffed: boolean
}

const moment = (time: string, open: boolean, staffed: boolean): Moment => ({ now: wall(time), open, staffed })

const twelveMoments: readonly Moment[] = [
  moment('2026-11-24T07:59:59.999', false, true),
  moment('2026-11-24T08:00:00', true, true),
  moment('2026-11-24T12:00:00', true, true),
  moment('2026-11-24T16:59:59.999', true, true),
  moment('2026-11-24T17:00:00', false, true),
  moment('2026-11-24T23:59:59', false, false),
  moment('2026-11-25T00:00:00', false, false),
  moment('2026-11-26T12:00:00', false, false),
  moment('2026-11-28T12:00:00', false, false),
  moment('2026-11-29T12:00:00', false, false),
  moment('2026-11-01T01:30:00', false, false),
  moment('2026-03-08T03:00:00', false, false),
]
const moreMoments: readonly Moment[] = [
  ...twelveMoments,
  moment('2026-11-24T18:59:59.999', false, true),
  moment('2026-11-24T19:00:00', false, false),
  moment('2026-11-25T06:59:59.999', false, false),
  moment('2026-11-25T07:00:00', false, true),
  moment('2026-11-27T12:00:00', true, true),
  moment('2026-03-09T08:00:00', true, true),
  moment('2026-03-09T07:59:59.999', false, true),
  moment('2026-11-02T17:00:00', false, true),
]

const thanksgiving = examplePolicy({ holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }] })
const standard = [exampleContract({ kind: 'standard' })]
const cover = {
  '24x7': { contracts: [exampleContract()] },
  standard: { contracts: standard },
  ended: { contracts: [exampleContract({ startsOn: '2025-01-01' as CalendarDate, endsOn: '2025-12-31' as CalendarDate })] },
  none: { contracts: [] },
  unknown: { contracts: null, customerId: null },
  booked: { contracts: standard, standby: [exampleStandbyWindow({ startsAt: wall('2026-01-01T00:00'), endsAt: wall('2027-01-01T00:00') })] },
} satisfies Record<string, Partial<PageFacts>>
type Cover = keyof typeof cover

interface Cell {
  readonly occasion: PageOccasion
  readonly channel: Channel
  readonly cover: Cover
  readonly customerPriority: Priority
  readonly engineerPriority: 'urgent' | 'medium' | null
  readonly production: boolean
  readonly moment: Moment
}

/** R68 with its neighbours, written from the rules alone: who is woken first, or null. */
const wanted = (cell: Cell): PageTarget | null => {
  const { open, staffed } = cell.moment
  if (cell.occasion === 'byHand') return 'onCall'
  const raisedByEngineer = cell.engineerPriority === 'urgent' && cell.occasion === 'raised'
  const heard = cell.engineerPriority !== 'medium' && !raisedByEngineer
  const hotline = cell.channel === 'hotline'
  const urgentByPortal = cell.channel === 'portal' && cell.customerPriority === 'urgent' && cell.production
  const covered = hotline || cell.cover === '24x7' || cell.cover === 'booked'
  if (open || !heard || !covered || !(hotline || urgentByPortal)) return null
  if (cell.cover === 'booked') return 'standbyEngineer'
  return staffed ? 'staffedQueue' : 'onCall'
}

const decided = ({ cover: kind, moment: { now }, production, ...facts }: Cell) =>
  decidePage(
    examplePageFacts({
      ...cover[kind],
      ...facts,
      now,
      policy: thanksgiving,
      environment: production ? 'production' : 'test',
      byHand: facts.occasion === 'byHand' ? { by: 'Priya Raman', reason: 'The customer called me' } : null,
    }),
  )

/** Compared without `expect` for each cell, which would take longer than all decisions. */
const wrongCells = (cells: readonly Cell[]): readonly string[] =>
  cells.flatMap((cell) => {
    const { page, firstTo, gates, rotaFrom } = decided(cell)
    const target = wanted(cell)
    const explained = gates.length === 5 && gates.every(({ rule, sentence }) => rule !== '' && sentence !== '')
    const right = firstTo === target && page === (target !== null) && explained && (target === null ? rotaFrom === null : true)
    return right ? [] : [`${JSON.stringify(cell)}: ${String(firstTo)}, not ${String(target)}`]
  })

const receiptCells = (someChannels: readonly Channel[], kinds: readonly Cover[], moments: readonly Moment[]): readonly Cell[] =>
  someChannels.flatMap((channel) =>
    kinds.flatMap((kind) =>
      priorities.flatMap((customerPriority) =>
        moments.map((at) => ({ occasion: 'receipt' as const, channel, cover: kind, customerPriority, engineerPriority: null, production: true, moment: at })),
      ),
    ),
  )

describe('the matrix', () => {
  it('P28 R68 576 of 576: channel × contract × priority × time', () => {
    const cells = receiptCells(['portal', 'email', 'techLine', 'hotline'], ['24x7', 'standard', 'ended'], twelveMoments)
    expect(cells).toHaveLength(576)
    expect(wrongCells(cells)).toEqual([])
  })

  it.each(pageOccasions)('P28 R68–R81 every channel, cover, priority, review, server and time, on the occasion %s', (occasion) => {
    const reviews = occasion === 'receipt' ? ([null] as const) : ([null, 'urgent', 'medium'] as const)
    const cells = receiptCells(channels, Object.keys(cover) as Cover[], moreMoments).flatMap((cell) =>
      reviews.flatMap((engineerPriority) => [true, false].map((production): Cell => ({ ...cell, occasion, engineerPriority, production }))),
    )
    // An engineer's Urgent on what the customer called less is R71's own case, below.
    const byCustomer = cells.filter((cell) => cell.engineerPriority !== 'urgent' || cell.customerPriority === 'urgent' || cell.channel !== 'portal')
    expect(byCustomer.length).toBeGreaterThan(4_000)
    expect(wrongCells(byCustomer)).toEqual([])
  })

  it('R71 an engineer’s Urgent pages nobody, and with the firm’s leave like a customer’s', () => {
    const own = (engineerUrgentPages: boolean, changes: Partial<PageFacts>) =>
      decidePage(examplePageFacts({ occasion: 'raised', customerPriority: 'medium', engineerPriority: 'urgent', policy: examplePolicy({ engineerUrgentPages }), ...changes })).page
    for (const channel of channels) expect([channel, own(false, { channel })]).toEqual([channel, false])
    expect(channels.filter((channel) => own(true, { channel }))).toEqual(['portal', 'hotline'])
    expect(own(true, { contracts: standard })).toBe(false)
    expect(own(true, { environment: 'test' })).toBe(false)
    expect(own(true, { now: wall('2026-11-24T12:00') })).toBe(false)
  })
})

describe('changes of the clocks', () => {
  const everyDay = examplePolicy({ serviceHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 480, toMinute: 1_020 })) })
  const forever = [exampleContract({ endsOn: '2040-12-31' as CalendarDate })]
  const years = Array.from({ length: 10 }, (_, index) => 2026 + index)

  /** The days the clocks change in a zone, and the ones before and after, found by the library. */
  const daysOfChange = (zone: ZoneId, year: number): readonly Temporal.PlainDate[] => {
    const found: Temporal.PlainDate[] = []
    let at = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone).getTimeZoneTransition('next')
    while (at !== null && at.year === year) {
      const day = at.toPlainDate()
      found.push(day.subtract({ days: 1 }), day, day.add({ days: 1 }))
      at = at.getTimeZoneTransition('next')
    }
    return found
  }

  it.each(years)('P28 R28 in %d it switches at 8:00 and 17:00 by the wall in every contiguous zone, with no gap and no overlap', (year) => {
    const wrong: string[] = []
    let seen = 0
    for (const zone of contiguousZones) {
      for (const day of daysOfChange(zone, year)) {
        const startOf = (hour: number): number => day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds
        const pageAt = (at: number): boolean => decidePage(examplePageFacts({ now: toInstant(at), zone, policy: everyDay, contracts: forever })).page
        const edges = [startOf(8) - 1, startOf(8), startOf(17) - 1, startOf(17)].map(pageAt)
        const inside = [startOf(0), startOf(3), startOf(9), startOf(13), startOf(23)].map(pageAt)
        if (edges.join() !== 'true,false,false,true' || inside.join() !== 'true,true,false,false,true') wrong.push(`${zone} ${day.toString()}`)
        seen += 1
      }
    }
    expect(wrong).toEqual([])
    // Two changes and three days each; Arizona, under its two names, never changes its clocks.
    expect(seen).toBe((contiguousZones.length - 2) * 2 * 3)
  })
})
