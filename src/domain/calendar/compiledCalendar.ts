import { Temporal } from 'temporal-polyfill'
import { buildMonth } from './monthOpenings'
import type { MonthOpenings } from './monthOpenings'
import type { ServiceCalendar } from './serviceCalendar'
import type { Instant } from './time'

/** Fifty years: more than any ticket lives, and a bound on memory whatever instants come in. */
const rememberedMonths = 600

/**
 * A calendar's months, built when first asked for and remembered. A memo and nothing else: the answers are those
 * of building each month anew.
 */
export class CompiledCalendar {
  readonly #calendar: ServiceCalendar
  readonly #byMonth = new Map<string, MonthOpenings>()
  #sorted: MonthOpenings[] = []
  #nextOf = new Map<MonthOpenings, MonthOpenings>()

  constructor(calendar: ServiceCalendar) {
    this.#calendar = calendar
  }

  /** The month, by the calendar's own wall clock, that `at` lies in. */
  monthAt(at: Instant): MonthOpenings {
    let low = 0
    let high = this.#sorted.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const month = this.#sorted[middle]
      if (month === undefined) break
      if (at < month.from) high = middle - 1
      else if (at >= month.to) low = middle + 1
      else return month
    }
    const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.#calendar.zone)
    return this.#month(wall.toPlainDate().toPlainYearMonth())
  }

  /** The month after `month`. */
  monthAfter(month: MonthOpenings): MonthOpenings {
    const known = this.#nextOf.get(month)
    if (known !== undefined) return known
    const next = this.#month(month.yearMonth.add({ months: 1 }))
    this.#nextOf.set(month, next)
    return next
  }

  #month(yearMonth: Temporal.PlainYearMonth): MonthOpenings {
    const key = yearMonth.toString()
    const known = this.#byMonth.get(key)
    if (known !== undefined) return known
    if (this.#byMonth.size >= rememberedMonths) {
      this.#byMonth.clear()
      this.#nextOf = new Map()
      this.#sorted = []
    }
    const month = buildMonth(this.#calendar, yearMonth)
    this.#byMonth.set(key, month)
    this.#sorted = [...this.#sorted, month].toSorted((a, b) => a.from - b.from)
    return month
  }
}

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
