import { contractStatus } from '../entitlement/contractStatus'
import type { PageGate } from './page'
import type { PageFacts } from './pageFacts'

/** The answer of the contract gate, and whether a hotline caller was let through without a 24×7 account (R23). */
export interface ContractAnswer {
  readonly gate: PageGate
  readonly contractUnverified: boolean
}

const unverified = (sentence: string): ContractAnswer => ({
  gate: { gate: 'contract', pass: true, rule: 'R23', sentence },
  contractUnverified: true,
})

const blocked = (rule: string, sentence: string): ContractAnswer => ({
  gate: { gate: 'contract', pass: false, rule, sentence },
  contractUnverified: false,
})

/** Only an active 24×7 contract pages (R72, R77, R78), except that the hotline always does: unverified is fail-safe (R23). */
export const contractGate = ({ now, channel, contracts, policy }: PageFacts): ContractAnswer => {
  const hotline = channel === 'hotline'
  if (contracts === null) {
    return hotline
      ? unverified('The hotline caller matches no account on file: paged anyway, contract unverified.')
      : blocked('R68', 'The account is not known, so no 24×7 contract is.')
  }
  const status = contractStatus(contracts, now, policy.values.officeZone)
  if (status.kind === '24x7') {
    return { gate: { gate: 'contract', pass: true, rule: 'R77', sentence: `The contract is active: ${status.sentence}.` }, contractUnverified: false }
  }
  if (hotline) return unverified(`The hotline caller’s account has no active 24×7 contract (${status.sentence}): paged anyway, contract unverified.`)
  switch (status.kind) {
    case 'standard':
      return blocked('R72', `The contract is ${status.sentence}, without 24×7: callback as soon as possible on the next business day.`)
    case 'ended':
      return blocked('R78', `The contract has ended (${status.sentence}), so there is no 24×7.`)
    case 'none':
      return blocked('R99', 'The customer has no contract on file, so there is no 24×7.')
    default:
      return status.kind satisfies never
  }
}
