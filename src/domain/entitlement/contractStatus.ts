import { Temporal } from 'temporal-polyfill'
import { sayDate } from '../calendar/sayTime'
import type { CalendarDate, Instant, ZoneId } from '../calendar/time'
import type { Contract } from '../customer/customer'

/** What a customer is entitled to at an instant. `until` is the last covered day, or the day it ended. */
export interface ContractStatus {
  readonly kind: '24x7' | 'standard' | 'ended' | 'none'
  readonly until: CalendarDate | null
  readonly sentence: string
}

/**
 * Reads the contracts on the office's calendar: the best one active today, else the one that ended last (R77, R78, R99).
 * Grace set by an administrator counts as active.
 */
export const contractStatus = (contracts: readonly Contract[], now: Instant, officeZone: ZoneId): ContractStatus => {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(officeZone).toPlainDate().toString()
  const lastDay = (c: Contract): CalendarDate => (c.graceUntil !== null && c.graceUntil > c.endsOn ? c.graceUntil : c.endsOn)
  const latest = (list: readonly Contract[]): Contract | undefined =>
    list.toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))[0]
  const active = contracts.filter((c) => c.startsOn <= today && today <= lastDay(c))
  const best = latest(active.filter((c) => c.kind === '24x7')) ?? latest(active)
  if (best) {
    const grace = today > best.endsOn ? `, in grace since ${sayDate(best.endsOn)}` : ''
    const name = best.kind === '24x7' ? '24×7' : 'Standard'
    return { kind: best.kind, until: lastDay(best), sentence: `${name} until ${sayDate(lastDay(best))}${grace}` }
  }
  const ended = latest(contracts.filter((c) => lastDay(c) < today))
  if (ended) return { kind: 'ended', until: lastDay(ended), sentence: `Ended on ${sayDate(lastDay(ended))}` }
  return { kind: 'none', until: null, sentence: 'No contract on file' }
}
