import { mutantsOf } from './mutant'

/** Breaks of the order of the queue: R50, R51, R54. */
export const queueMutants = mutantsOf('queue', [
  ['R50', 'compareTickets.ts', 'receiptOf(a) - receiptOf(b)', 'receiptOf(b) - receiptOf(a)', 'serves the latest first between two tickets'],
  ['R50', 'orderQueue.ts', '((receipts[place] ?? 0) - first) * places + place', '(last - (receipts[place] ?? 0)) * places + place', 'serves the latest first in the list'],
  ['R50', 'orderQueue.ts', 'const receipt = receiptOf(ticket)', 'const receipt = ticket.receivedAt', 'forgets the earliest receipt of merged tickets'],
  ['R51', 'compareTickets.ts', '!ticket.productionDown ? 1 : 0', 'ticket.productionDown ? 1 : 0', 'puts production down last within Urgent'],
  ['R51', 'compareTickets.ts', "(priority === 'urgent' && !ticket", "(!ticket", 'lets the flag count outside Urgent'],
  ['R51', 'compareTickets.ts', '|| a.number - b.number ||', '||', 'drops the number from the last word between equals'],
  ['R51', 'orderQueue.ts', 'if (ordered.length - from < 2) return', 'if (ordered.length - from < 9) return', 'leaves equals of one moment as they came'],
  ['R54', 'isInQueue.ts', "ticket.state === 'open' || ticket.state === 'waiting'", "ticket.state === 'open'", 'hides what waits for the customer'],

  ['R50', 'standing.ts', 'other.receipt < taken.receipt', 'other.receipt > taken.receipt', 'says that those who came later are passed over'],
  ['R50', 'standing.ts', 'other.waits && other.priority === taken.priority && ', 'other.waits && ', 'counts a lower priority as passed over'],
  ['R50', 'fairness.ts', 'inversions.filter(({ reason }) => reason === null).length', 'inversions.length', 'counts an inversion with a reason as unexplained'],
  ['R50', 'fairness.ts', 'fact.at >= from && fact.at < to', 'fact.at > from && fact.at <= to', 'counts picks of the wrong end of a time'],
  ['R50', 'standing.ts', 'ticket.assigneeId === null && ', '', 'counts those as passed over who have an engineer'],
  ['R50', 'standingAt.ts', 'ticket.facts.filter((fact) => fact.at <= at)', 'ticket.facts', 'judges a pick by what happened later'],
  ['R50', 'overtaken.ts', 'other.id !== ticket.id && isPassedOver', '!isPassedOver', 'lists those who are not passed over'],
])
