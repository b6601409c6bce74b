import { Temporal } from 'temporal-polyfill'
import { sayDate } from '../calendar/sayTime'
import { toInstant } from '../calendar/time'
import type { CalendarDate, Instant, ZoneId } from '../calendar/time'
import type { Contract } from '../customer/customer'

/** A contract's days as instants of the office zone, with the words for each stretch. */
export interface CoveredDays {
  /** Begin of the first covered day. */
  readonly from: Instant
  /** End of the last day of the contract itself. */
  readonly graceFrom: Instant
  /** End of the last day that counts, grace included; not covered any more. */
  readonly to: Instant
  /** The last day that counts. */
  readonly until: CalendarDate
  readonly sayCovered: string
  readonly sayInGrace: string
  readonly sayEnded: string
}

const names = { '24x7': '24×7', standard: 'Standard' } as const

/** More contracts than a firm has, and a bound on memory whatever comes in. */
const rememberedContracts = 4_096
const remembered = new Map<string, CoveredDays>()

const day = (date: CalendarDate): Temporal.PlainDate => Temporal.PlainDate.from(date)

const startOf = (date: Temporal.PlainDate, zone: ZoneId): Instant => toInstant(date.toZonedDateTime(zone).epochMilliseconds)

const lastDayThatCounts = ({ endsOn, graceUntil }: Contract, graceDays: number): CalendarDate => {
  if (graceUntil !== null) return graceUntil > endsOn ? graceUntil : endsOn
  return graceDays === 0 ? endsOn : (day(endsOn).add({ days: graceDays }).toString() as CalendarDate)
}

const readDays = (contract: Contract, zone: ZoneId, graceDays: number): CoveredDays => {
  const until = lastDayThatCounts(contract, graceDays)
  const name = names[contract.kind]
  return {
    from: startOf(day(contract.startsOn), zone),
    graceFrom: startOf(day(contract.endsOn).add({ days: 1 }), zone),
    to: startOf(day(until).add({ days: 1 }), zone),
    until,
    sayCovered: `${name} until ${sayDate(contract.endsOn)}`,
    sayInGrace: `${name} ended on ${sayDate(contract.endsOn)}, grace until ${sayDate(until)}`,
    sayEnded: `Ended on ${sayDate(until)}`,
  }
}

/**
 * When a contract counts, half-open `[from, to)`, its days read in the office zone and the last one covered in full
 * (R78). Its own grace goes before the firm's `graceDays` (calendar days), also when it is the shorter one. Read once
 * and remembered by content, because a queue asks at every tick. Throws a RangeError on what is no date.
 */
export const coveredDays = (contract: Contract, zone: ZoneId, graceDays: number): CoveredDays => {
  const key = `${contract.kind} ${contract.startsOn} ${contract.endsOn} ${contract.graceUntil ?? graceDays} ${zone}`
  let days = remembered.get(key)
  if (days === undefined) {
    if (remembered.size >= rememberedContracts) remembered.clear()
    days = readDays(contract, zone, graceDays)
    remembered.set(key, days)
  }
  return days
}
