import { Temporal } from 'temporal-polyfill'
import { buildMonth } from './monthOpenings'
import type { HolidayDay, MonthOpenings, Opening } from './monthOpenings'
import type { ServiceCalendar } from './serviceCalendar'
import { endOfTime, toInstant } from './time'
import type { Instant } from './time'

/** Two years without one open minute is no calendar: somebody emptied the service hours. */
const monthsToLook = 24

/** Which months are built: from `first` up to but without `next`, that is `[from, to)`. */
interface Reach {
  readonly first: Temporal.PlainYearMonth
  readonly next: Temporal.PlainYearMonth
  readonly from: Instant
  readonly to: Instant
}

/**
 * A calendar's months laid end to end, built when first asked for and remembered, with running sums of the open
 * time, so that a span of years costs two searches. A memo and nothing else: the answers are those of a walk.
 */
export class CompiledCalendar {
  readonly #calendar: ServiceCalendar
  #reach: Reach | null = null
  #starts: number[] = []
  #ends: number[] = []
  /** Open milliseconds before each opening, and one more: before the end. 0 is where the month built first begins. */
  #sums: number[] = [0]
  #holidays: HolidayDay[] = []
  #hint = 0
  #lastAsked = Number.NaN
  #lastSum = 0

  constructor(calendar: ServiceCalendar) {
    this.#calendar = calendar
  }

  /** Open milliseconds up to `at`, counted from a point of this object's own; only differences mean something. */
  openUntil(at: Instant): number {
    if (at === this.#lastAsked) return this.#lastSum
    this.#cover(at)
    const index = this.#indexAt(at)
    const start = this.#starts[index]
    const sum = (this.#sums[index] ?? 0) + (start === undefined || at <= start ? 0 : at - start)
    this.#lastAsked = at
    this.#lastSum = sum
    return sum
  }

  /** The earliest instant at which `openUntil` is `sum`, which lies after the openings known at `from`. */
  reaching(sum: number, from: Instant): Instant {
    this.#cover(from)
    let index = this.#indexAt(from)
    let empty = 0
    for (;;) {
      const start = this.#starts[index]
      if (start === undefined) {
        empty = this.#append() ? 0 : empty + 1
        if (empty >= monthsToLook) throw noOpening()
        // The month may have made the last opening longer instead of adding one.
        index = Math.max(0, index - 1)
      } else if ((this.#sums[index + 1] ?? 0) >= sum) return toInstant(start + sum - (this.#sums[index] ?? 0))
      else index += 1
    }
  }

  /** The first opening that ends after `at`, whole. Throws when two years hold none; one that lasts longer is cut there. */
  openingFrom(at: Instant): Opening {
    this.#cover(at)
    let index = this.#indexAt(at)
    for (let looked = 0; looked < monthsToLook && (this.#ends[index] ?? this.#reach?.to) === this.#reach?.to; looked += 1) {
      this.#append()
      index = this.#indexAt(at)
    }
    const start = this.#starts[index]
    const end = this.#ends[index]
    if (start === undefined || end === undefined) throw noOpening()
    return { from: toInstant(start), to: toInstant(end) }
  }

  /** Whether an opening is on at `at`, half-open. */
  isOpen(at: Instant): boolean {
    this.#cover(at)
    const start = this.#starts[this.#indexAt(at)]
    return start !== undefined && start <= at
  }

  /** The holidays that share a moment with `[from, to)`, oldest first. */
  holidaysBetween(from: Instant, to: Instant): readonly HolidayDay[] {
    this.#cover(from)
    this.#cover(to)
    return this.#holidays.filter((day) => day.to > from && day.from < to)
  }

  /** Index of the first opening that ends after `at`; the number of openings when all known ones are over. */
  #indexAt(at: Instant): number {
    const ends = this.#ends
    const hint = this.#hint
    const end = ends[hint]
    if (end !== undefined && at < end && (hint === 0 || at >= (ends[hint - 1] ?? 0))) return hint
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    this.#hint = low
    return low
  }

  /** Builds months until `at` lies in one. */
  #cover(at: Instant): void {
    if (this.#reach !== null && at >= this.#reach.from && at < this.#reach.to) return
    // A bound on memory and time: months are built without a gap up to whatever is asked for.
    if (!(at >= 0 && at < endOfTime)) throw new RangeError(`Service hours were asked for ${at}, which is no moment between 1970 and 2200. A date on file must be wrong.`)
    let reach = this.#reach ?? this.#begin(at)
    while (at >= reach.to) {
      this.#append()
      reach = this.#reach ?? reach
    }
    if (at < reach.from) this.#prependUntil(at, reach)
  }

  #begin(at: Instant): Reach {
    const first = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.#calendar.zone).toPlainDate().toPlainYearMonth()
    const { from } = buildMonth(this.#calendar, first)
    this.#reach = { first, next: first, from, to: from }
    return this.#reach
  }

  /** Lays an opening after the others; one that is open through midnight at the turn of a month goes on as one. */
  #lay(opening: Opening): void {
    if (this.#ends.at(-1) === opening.from) this.#ends[this.#ends.length - 1] = opening.to
    else {
      this.#starts.push(opening.from)
      this.#ends.push(opening.to)
      this.#sums.push(0)
    }
    this.#sums[this.#ends.length] = (this.#sums[this.#ends.length - 1] ?? 0) + opening.to - (this.#starts.at(-1) ?? 0)
  }

  /** Adds the month after the last; answers whether it holds an opening. */
  #append(): boolean {
    if (this.#reach === null) return false
    const { next } = this.#reach
    const month = buildMonth(this.#calendar, next)
    for (const opening of month.openings) this.#lay(opening)
    this.#holidays.push(...month.holidays)
    this.#reach = { ...this.#reach, next: next.add({ months: 1 }), to: month.to }
    return month.openings.length > 0
  }

  #prependUntil(at: Instant, reach: Reach): void {
    const earlier: MonthOpenings[] = []
    let { first, from } = reach
    while (at < from) {
      first = first.subtract({ months: 1 })
      const month = buildMonth(this.#calendar, first)
      earlier.unshift(month)
      from = month.from
    }
    const later = this.#starts.map((start, index) => ({ from: toInstant(start), to: toInstant(this.#ends[index] ?? start) }))
    const before = earlier.reduce((sum, { openings }) => openings.reduce((open, opening) => open + opening.to - opening.from, sum), 0)
    this.#sums = [(this.#sums[0] ?? 0) - before]
    this.#starts = []
    this.#ends = []
    this.#hint = 0
    for (const opening of [...earlier.flatMap(({ openings }) => openings), ...later]) this.#lay(opening)
    this.#holidays = [...earlier.flatMap(({ holidays }) => holidays), ...this.#holidays]
    this.#reach = { ...reach, first, from }
  }
}

const noOpening = (): RangeError =>
  new RangeError('The policy has no service hours within two years, so no deadline can be computed. An administrator has to set service hours in the policy.')

const compiled = new WeakMap<ServiceCalendar, CompiledCalendar>()

/** The compiled form of a calendar; lives as long as the calendar object does. */
export const compiledCalendar = (calendar: ServiceCalendar): CompiledCalendar => {
  let known = compiled.get(calendar)
  if (known === undefined) {
    known = new CompiledCalendar(calendar)
    compiled.set(calendar, known)
  }
  return known
}
