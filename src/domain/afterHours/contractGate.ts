import { contractStatus } from '../entitlement/contractStatus'
import type { PageGate } from './page'
import type { PageFacts } from './pageFacts'
import { bookedStandbyWindow } from './standbyWindow'
import type { StandbyWindow } from './standbyWindow'

/** The answer of the contract gate, and what it found on the way to it. */
export interface ContractAnswer {
  readonly gate: PageGate
  /** A hotline caller was let through without a 24×7 account (R23). */
  readonly contractUnverified: boolean
  /** The customer may call on the rota: an active 24×7 contract, or the hotline (R21, R77). */
  readonly owedByRota: boolean
  /** The standby booking of this moment (R81). */
  readonly booked: StandbyWindow | null
}

const gate = (pass: boolean, rule: string, sentence: string): PageGate => ({ gate: 'contract', pass, rule, sentence })

/**
 * An active 24×7 contract pages (R72, R77, R78), and so does a standby booking (R81). The hotline always does: without
 * either it is marked unverified, because that is the safe side (R23).
 */
export const contractGate = ({ now, channel, customerId, contracts, standby, policy }: PageFacts): ContractAnswer => {
  const hotline = channel === 'hotline'
  if (contracts === null) {
    const answer = { contractUnverified: hotline, owedByRota: hotline, booked: null }
    return hotline
      ? { ...answer, gate: gate(true, 'R23', 'The hotline caller matches no account on file: paged anyway, contract unverified.') }
      : { ...answer, gate: gate(false, 'R68', 'The account is not known, so no 24×7 contract is.') }
  }
  const booked = bookedStandbyWindow(standby, customerId, now)
  const { kind, sentence } = contractStatus(contracts, now, policy.values.officeZone, policy.values.contractGraceDays)
  if (kind === '24x7') {
    return { gate: gate(true, 'R77', `The contract is active: ${sentence}.`), contractUnverified: false, owedByRota: true, booked }
  }
  const answer = { contractUnverified: false, owedByRota: hotline, booked }
  if (booked !== null) return { ...answer, gate: gate(true, 'R81', `Standby after hours is booked for this customer, by quote ${booked.quote}.`) }
  if (hotline) {
    const unverified = `The hotline caller’s account has no active 24×7 contract (${sentence}): paged anyway, contract unverified.`
    return { ...answer, contractUnverified: true, gate: gate(true, 'R23', unverified) }
  }
  switch (kind) {
    case 'standard':
      return { ...answer, gate: gate(false, 'R72', `The contract does not include 24×7 (${sentence}): callback as soon as possible on the next business day.`) }
    case 'ended':
      return { ...answer, gate: gate(false, 'R78', `The contract has ended (${sentence}), so there is no 24×7.`) }
    case 'none':
      return { ...answer, gate: gate(false, 'R99', 'The customer has no contract on file, so there is no 24×7.') }
    default:
      return kind satisfies never
  }
}
