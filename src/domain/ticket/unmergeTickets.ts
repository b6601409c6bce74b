import { applied, refused } from './applied'
import { followUpsOf } from './followUpsOf'
import { mergedInto } from './mergedInto'
import type { PairArgs, PairOutcome } from './mergeTickets'
import type { Ticket, TicketFact } from './ticket'
import type { CommandContext } from './ticketCommand'

/**
 * Splits a merged ticket off again, with a reason: it is open and stands for itself, and the survivor goes by its own
 * receipt again (R50). What may be owed to the customer of either is kept on both sides: the unanswered message (R67) and
 * the raised priority, which an engineer can review. Promises to come back return to the ticket they were made on (R66).
 */
export const unmergeTickets = (survivor: Ticket, absorbed: Ticket, args: PairArgs, context: CommandContext): PairOutcome => {
  const { at } = context
  if (mergedInto(absorbed) !== survivor.id) return refused('nothingToDo', `#${absorbed.number} is not merged into #${survivor.number} any more.`)
  const reason = args.reason.trim()
  if (reason === '') return refused('invalid', 'Please say why the two tickets are split, so that everybody can follow.')
  const own = new Set(absorbed.facts.map((fact) => (fact.kind === 'followUp' ? fact.id : null)))
  const returned = followUpsOf(survivor).filter(({ id }) => own.has(id))
  const reopened: readonly TicketFact[] = absorbed.state === 'open' ? [] : [{ kind: 'state', at, state: 'open' }]
  return {
    ok: true,
    survivor: applied(survivor, context, {
      facts: [{ kind: 'unmerged', at, ticketId: absorbed.id }, ...returned.map(({ id }) => ({ kind: 'followUpDropped' as const, at, id }))],
      event: { id: args.survivorEventId, body: { kind: 'unmerged', ticketId: absorbed.id, number: absorbed.number, reason } },
    }),
    absorbed: applied(absorbed, context, {
      fields: { state: 'open', unansweredSince: absorbed.unansweredSince ?? survivor.unansweredSince },
      facts: [
        { kind: 'splitOff', at, ticketId: survivor.id },
        ...reopened,
        ...returned.map(({ id, due, promisedBy }) => ({ kind: 'followUp' as const, at, id, due, promisedBy })),
      ],
      event: { id: args.absorbedEventId, body: { kind: 'splitOff', ticketId: survivor.id, number: survivor.number, reason } },
    }),
  }
}
