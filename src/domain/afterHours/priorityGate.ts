import { priorityDefinitions } from '../triage/priorityDefinitions'
import type { PageGate } from './page'
import type { PageFacts } from './pageFacts'

const gate = (pass: boolean, rule: string, sentence: string): PageGate => ({ gate: 'priority', pass, rule, sentence })

const testServer = gate(false, 'R46', 'The customer says it is a test server, which is never Urgent.')

/**
 * Urgent by the customer's own hand (R68–R70), never for a test server (R46); the hotline needs no priority (R21). An
 * engineer's review to something less ends it (R49), and an engineer's own Urgent pages only if the firm chose so (R71).
 */
export const priorityGate = ({ occasion, channel, customerPriority, engineerPriority, environment, policy }: PageFacts): PageGate => {
  if (engineerPriority !== null && engineerPriority !== 'urgent') {
    return gate(false, 'R49', `An engineer has reviewed the priority as ${priorityDefinitions[engineerPriority].name}, which does not page.`)
  }
  const raisedByEngineer = engineerPriority !== null && occasion === 'raised'
  if (channel === 'hotline' && !raisedByEngineer) return gate(true, 'R21', 'The hotline pages at any priority.')
  if (raisedByEngineer || (engineerPriority !== null && customerPriority !== 'urgent')) {
    if (!policy.values.engineerUrgentPages) {
      return gate(false, 'R71', 'An engineer set the priority to Urgent, which does not page by itself: page by hand, with a reason.')
    }
    return environment === 'test' ? testServer : gate(true, 'R71', 'An engineer set the priority to Urgent, and the firm lets that page.')
  }
  if (customerPriority !== 'urgent') {
    return gate(false, 'R69', `The customer’s priority is ${priorityDefinitions[customerPriority].name}, not Urgent: first seen at the next opening.`)
  }
  if (environment === 'test') return testServer
  return occasion === 'raised' ? gate(true, 'R70', 'The customer raised the priority to Urgent.') : gate(true, 'R68', 'The customer set the priority to Urgent.')
}
