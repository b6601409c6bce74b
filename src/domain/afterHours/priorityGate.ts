import { priorityDefinitions } from '../triage/priorityDefinitions'
import type { PageGate } from './page'
import type { PageFacts } from './pageFacts'

const gate = (pass: boolean, rule: string, sentence: string): PageGate => ({ gate: 'priority', pass, rule, sentence })

/** Urgent by the customer's own hand (R68–R71), never for a test server (R46); the hotline needs no priority (R21). */
export const priorityGate = ({ channel, customerPriority, prioritySetBy, environment }: PageFacts): PageGate => {
  if (prioritySetBy === 'engineer') {
    return gate(false, 'R71', 'An engineer set the priority, which never pages by itself: page by hand, with a reason.')
  }
  if (channel === 'hotline') return gate(true, 'R21', 'The hotline pages at any priority.')
  if (customerPriority !== 'urgent') {
    const { name } = priorityDefinitions[customerPriority]
    return gate(false, 'R69', `The customer’s priority is ${name}, not Urgent: first seen at the next opening.`)
  }
  if (environment === 'test') return gate(false, 'R46', 'The customer says it is a test server, which is never Urgent.')
  return gate(true, 'R68', 'The customer set the priority to Urgent.')
}
