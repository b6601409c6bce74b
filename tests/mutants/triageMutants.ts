import { mutantsOf } from './mutant'

/** Breaks of the priorities: R45–R49, R52, R53. */
export const triageMutants = mutantsOf('triage', [
  ['R46', 'effectivePriority.ts', "priority === 'urgent' && ticket.environment === 'test' ? 'high' : priority", 'priority', 'lets a test server be Urgent'],
  ['R46', 'mismatchHint.ts', "return ticket.customerPriority === 'urgent'", "return ticket.customerPriority === 'high'", 'does not hint at an Urgent on a test server'],
  ['R46', 'priorityDefinitions.ts', 'on a production server has stopped', 'has stopped', 'defines Urgent without the production server'],
  ['R47', 'priorityDefinitions.ts', 'limited capabilities or is unstable', 'limited capabilities', 'defines High without what is unstable'],
  ['R48', 'priorityDefinitions.ts', 'There would be no impact on production usage.', '', 'defines Low without its effect on production'],
  ['R49', 'effectivePriority.ts', 'ticket.engineerPriority ?? ticket.customerPriority', 'ticket.customerPriority', 'ignores the engineer’s review'],
  ['R52', 'readsAsDown.ts', '(?<![\\p{L}\\p{N}_-])down', 'down', 'reads a breakdown as down'],
  ['R52', 'readsAsDown.ts', "/giu\n\n/** What stands before", "/gu\n\n/** What stands before", 'does not read DOWN'],
  ['R52', 'readsAsDown.ts', '!harmlessBefore.test(before) && ', '', 'reads “scroll down” as down'],
  ['R52', 'readsAsDown.ts', ' && !harmlessAfter.test(after)', '', 'reads “down payment” as down'],
  ['R53', 'mismatchHint.ts', "  if (effectivePriority(ticket) === 'urgent') return null\n", '', 'hints although it is Urgent already'],
  ['R53', 'mismatchHint.ts', 'ticket.engineerPriority !== null || ', '', 'hints although an engineer has reviewed it'],
  ['R53', 'mismatchHint.ts', "suggested: 'urgent',\n      productionDown: true", "suggested: 'urgent',\n      productionDown: false", 'suggests Urgent without production down'],
  ['R12', 'mismatchHint.ts', "ticket.channel === 'email' && readsAsUrgent", "readsAsUrgent", 'questions a priority that the customer has set in the portal'],
  ['R13', 'mismatchHint.ts', "return ticket.channel === 'email' && readsAsUrgent(ticket.brief)", "return ticket.channel === 'email' && readsAsDown(ticket.brief)", 'does not hint at a mail that reads as urgent'],

  ['R13', 'readsAsUrgent.ts', '!harmlessBefore.test(before) && ', '', 'reads "not urgent" as urgent'],
  ['R13', 'readsAsUrgent.ts', ' && !harmlessAfter.test(after)', '', 'reads "urgent care" as urgent'],
  ['R46', 'urgencyOf.ts', "server.environment !== 'test'", 'true', 'suggests Urgent for a test server'],
  ['R46', 'urgencyOf.ts', "server.inbound === 'stopped' || server.outbound === 'stopped'", "server.inbound === 'stopped'", 'does not see that outbound faxing has stopped'],
  ['R47', 'urgencyOf.ts', "server.inbound === 'limited' || server.outbound === 'limited'", "server.inbound === 'limited'", 'does not see that outbound faxing is limited'],
  ['R48', 'urgencyOf.ts', "if (onlyAQuestion) return", "if (!onlyAQuestion) return", 'takes a question for Medium'],
  ['R49', 'priorityAt.ts', "if (fact.priority === 'urgent') engineer = null", '', 'holds the customer’s raise down by an older review, looking back'],
  ['R49', 'priorityHistory.ts', '.toSorted((a, b) => a.at - b.at)', '.toSorted((a, b) => b.at - a.at)', 'tells the story backwards'],
])
