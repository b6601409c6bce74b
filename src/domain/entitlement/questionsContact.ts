import type { PolicyValues } from '../policy/policy'
import { fillSentence } from './fillSentence'
import { serviceSentences } from './serviceSentences'

/** The firm's two named contacts, for help pages and templates (R7); names and addresses are the policy's. */
export const questionsContact = (about: 'support' | 'services', policy: Pick<PolicyValues, 'supportQuestions' | 'servicesQuestions'>): string =>
  about === 'support'
    ? fillSentence(serviceSentences.supportQuestions.text, policy.supportQuestions)
    : fillSentence(serviceSentences.servicesQuestions.text, policy.servicesQuestions)
