import type { Customer } from '../customer/customer'
import type { ServiceItemId } from '../services/serviceItem'
import { servicesList } from '../services/servicesList'
import { fillSentence } from './fillSentence'
import { accountManagerWords } from './accountManagerWords'
import { serviceSentences } from './serviceSentences'

/**
 * What a request is about, as an engineer chose it: a question or fault; the software alone; a change the customer
 * makes on their own (R86), or wants us to take over (R88); work that we shall do (R84).
 */
export type ScopeFacts =
  | { readonly work: 'support' }
  | { readonly work: 'software'; readonly item: 'upgrade' | 'patches' }
  | { readonly work: 'customerRun'; readonly item: ServiceItemId }
  | { readonly work: 'takeOver'; readonly item: ServiceItemId }
  | { readonly work: 'ours'; readonly item: ServiceItemId; readonly nightOrWeekend: boolean }

/** The tag of a ticket about a change the customer makes on their own (R86). */
export const customerRunChange = 'customer-run change'

/** Whether the contract covers a request, and what to say to the customer about it. */
export interface Scope {
  readonly kind: 'inScope' | 'bestEffort' | 'professionalServices'
  readonly rule: string
  readonly item: ServiceItemId | null
  readonly tag: typeof customerRunChange | null
  /** The next step is a quote request to the Account Manager, linked to the ticket (R88, R90). */
  readonly needsQuote: boolean
  readonly sentence: string
}

const say = serviceSentences

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const servicesScope = (item: ServiceItemId, rule: string, sentence: string): Scope => ({ kind: 'professionalServices', rule, item, tag: null, needsQuote: true, sentence })

const listedScope = (item: ServiceItemId, accountManager: string): Scope =>
  servicesScope(item, say.professionalServices.rule, fillSentence(say.professionalServices.text, { item: servicesList[item].name, accountManager: capital(accountManager) }))

/**
 * In scope, best effort or professional services (R83–R89), from facts that a person chose; words of a request only
 * ever suggest (`suggestScope`). Bits are included and labour is quoted (R83). Has no part in the queue's order (R87).
 */
export const scopeOf = (facts: ScopeFacts, customer: Pick<Customer, 'accountManager'>): Scope => {
  const accountManager = accountManagerWords(customer.accountManager)
  switch (facts.work) {
    case 'support':
      return { kind: 'inScope', rule: say.supportIncluded.rule, item: null, tag: null, needsQuote: false, sentence: say.supportIncluded.text }
    case 'software':
      return {
        kind: 'inScope', rule: say.softwareIncluded.rule, item: facts.item, tag: null, needsQuote: false, sentence: fillSentence(say.softwareIncluded.text, { accountManager }),
      }
    case 'customerRun':
      if (!servicesList[facts.item].customerMayRun) return listedScope(facts.item, accountManager)
      return {
        kind: 'bestEffort', rule: say.bestEffort.rule, item: facts.item, tag: customerRunChange, needsQuote: false,
        sentence: [say.bestEffort.text, say.firstComeFirstServed.text, fillSentence(say.takeOver.text, { accountManager }), say.selfInstall.text].join(' '),
      }
    case 'takeOver':
      return servicesScope(facts.item, say.takeOver.rule, fillSentence(say.takeOver.text, { accountManager }))
    case 'ours':
      return facts.nightOrWeekend
        ? servicesScope(facts.item, say.nightsAndWeekends.rule, fillSentence(say.nightsAndWeekends.text, { accountManager }))
        : listedScope(facts.item, accountManager)
    default:
      return facts satisfies never
  }
}
