import type { CalendarDate, Instant, ZoneId } from '../calendar/time'
import type { Contract } from '../customer/customer'
import { coveredDays } from './coveredDays'
import type { CoveredDays } from './coveredDays'

/** What a customer is entitled to at a moment, with the words for a chip. `until` is the last covered or ended day. */
export interface ContractStatus {
  readonly kind: '24x7' | 'standard' | 'ended' | 'none'
  readonly until: CalendarDate | null
  readonly sentence: string
}

const none: ContractStatus = { kind: 'none', until: null, sentence: 'No contract on file' }

const lasting = (best: CoveredDays | null, next: CoveredDays): CoveredDays => (best === null || next.to > best.to ? next : best)

/**
 * The best contract that covers `now`, 24×7 before standard, days read in the office zone with the last day covered
 * in full; else the last one that ended (R77, R78). `graceDays` is the firm's (calendar days after the last one); a
 * contract's own grace goes first. A customer without any contract is still served (R99).
 */
export const contractStatus = (contracts: readonly Contract[], now: Instant, officeZone: ZoneId, graceDays: number): ContractStatus => {
  let fullTime: CoveredDays | null = null
  let standard: CoveredDays | null = null
  let ended: CoveredDays | null = null
  for (const contract of contracts) {
    const days = coveredDays(contract, officeZone, graceDays)
    if (now < days.from) continue
    if (now >= days.to) ended = lasting(ended, days)
    else if (contract.kind === '24x7') fullTime = lasting(fullTime, days)
    else standard = lasting(standard, days)
  }
  const covering = fullTime ?? standard
  if (covering !== null) {
    return { kind: fullTime === null ? 'standard' : '24x7', until: covering.until, sentence: now < covering.graceFrom ? covering.sayCovered : covering.sayInGrace }
  }
  return ended === null ? none : { kind: 'ended', until: ended.until, sentence: ended.sayEnded }
}
