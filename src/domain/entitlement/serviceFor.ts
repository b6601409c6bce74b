import type { Customer } from '../customer/customer'
import type { ContractStatus } from './contractStatus'
import { fillSentence } from './fillSentence'
import { serviceSentences } from './serviceSentences'

/** How a ticket is taken, by what its customer is entitled to. Nothing is ever turned away. */
export interface ServiceTerms {
  readonly accepted: true
  /** To be seen on the ticket and in the queue. */
  readonly flagged: boolean
  /** The clocks run, and are shown as goals: nothing was promised. */
  readonly clocksAreGoals: boolean
  readonly informAccountManager: boolean
  /** For engineers. */
  readonly sentence: string
}

/**
 * Without an active contract the ticket is accepted all the same, flagged, its clocks are goals, the Account Manager
 * is informed and the engineer decides (R99); with one it is served by it (R56, R77).
 */
export const serviceFor = (status: ContractStatus, { accountManager }: Pick<Customer, 'accountManager'>): ServiceTerms => {
  switch (status.kind) {
    case '24x7':
    case 'standard':
      return { accepted: true, flagged: false, clocksAreGoals: false, informAccountManager: false, sentence: status.sentence }
    case 'ended':
    case 'none': {
      const name = accountManager.name.trim() === '' ? 'The Account Manager' : `Account Manager ${accountManager.name.trim()}`
      return {
        accepted: true, flagged: true, clocksAreGoals: true, informAccountManager: true,
        sentence: fillSentence(serviceSentences.noActiveContract.text, { contract: status.sentence, accountManager: name }),
      }
    }
    default:
      return status.kind satisfies never
  }
}
