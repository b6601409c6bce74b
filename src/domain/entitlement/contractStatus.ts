import { Temporal } from 'temporal-polyfill'
import { sayDate } from '../calendar/sayTime'
import type { CalendarDate, Instant, ZoneId } from '../calendar/time'
import type { Contract } from '../customer/customer'

/** What a customer is entitled to at a moment, with the words for a chip. `until` is the last covered or ended day. */
export interface ContractStatus {
  readonly kind: '24x7' | 'standard' | 'ended' | 'none'
  readonly until: CalendarDate | null
  readonly sentence: string
}

const names = { '24x7': '24×7', standard: 'Standard' } as const

const latest = (contracts: readonly Contract[], dayOf: (contract: Contract) => CalendarDate): Contract | null =>
  contracts.reduce<Contract | null>((best, next) => (best === null || dayOf(next) > dayOf(best) ? next : best), null)

const coveredUntil = (contract: Contract): CalendarDate =>
  contract.graceUntil !== null && contract.graceUntil > contract.endsOn ? contract.graceUntil : contract.endsOn

const sayCover = (contract: Contract, today: string): ContractStatus => {
  const until = coveredUntil(contract)
  const inGrace = contract.endsOn < today
  return {
    kind: contract.kind,
    until,
    sentence: inGrace
      ? `${names[contract.kind]} ended on ${sayDate(contract.endsOn)}, grace until ${sayDate(until)}`
      : `${names[contract.kind]} until ${sayDate(contract.endsOn)}`,
  }
}

/**
 * The best contract that covers `now`, 24×7 before standard, days read in the office zone with the last day covered
 * in full; else the last one that ended (R77, R78). No grace unless an administrator set one. A customer without
 * any contract is still served (R99).
 */
export const contractStatus = (contracts: readonly Contract[], now: Instant, officeZone: ZoneId): ContractStatus => {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(officeZone).toPlainDate().toString()
  const begun = contracts.filter((contract) => contract.startsOn <= today)
  const covering = begun.filter((contract) => today <= coveredUntil(contract))
  for (const kind of ['24x7', 'standard'] as const) {
    const best = latest(
      covering.filter((contract) => contract.kind === kind),
      coveredUntil,
    )
    if (best !== null) return sayCover(best, today)
  }
  const ended = latest(begun, coveredUntil)
  if (ended !== null) return { kind: 'ended', until: coveredUntil(ended), sentence: `Ended on ${sayDate(coveredUntil(ended))}` }
  return { kind: 'none', until: null, sentence: 'No contract on file' }
}
