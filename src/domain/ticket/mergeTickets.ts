import { urgencyRank } from '../queue/compareTickets'
import { effectivePriority } from '../triage/effectivePriority'
import { applied } from './applied'
import { followUpsOf } from './followUpsOf'
import { refuseMerge } from './refuseMerge'
import type { Ticket, TicketFact } from './ticket'
import type { AppliedCommand, CommandContext, RefusedCommand } from './ticketCommand'

/** What merging or splitting two tickets comes to: both new rows with an entry each, or a refusal that changes neither. */
export type PairOutcome =
  | { readonly ok: true; readonly survivor: AppliedCommand; readonly absorbed: AppliedCommand }
  | RefusedCommand

/** `survivorEventId` and `absorbedEventId` are the ids of the two new timeline entries; the reason may be empty. */
export interface PairArgs {
  readonly survivorEventId: string
  readonly absorbedEventId: string
  readonly reason: string
}

/** The first page since anybody spoke with the customer; its promise goes on with the survivor. */
const openPage = ({ facts }: Ticket): readonly TicketFact[] =>
  facts
    .slice(facts.findLastIndex((fact) => fact.kind === 'call' && fact.outcome === 'reached') + 1)
    .filter((fact) => fact.kind === 'paged')
    .slice(0, 1)

/** An Urgent that nobody has acknowledged rings at every desk, and goes on ringing. */
const rings = (ticket: Ticket): boolean => ticket.state === 'open' && ticket.acknowledgedAt === null && effectivePriority(ticket) === 'urgent'

/**
 * Merges `absorbed` into `survivor`, which carries on for both; the absorbed one is closed. The survivor takes over what
 * presses more: the earliest receipt (R50), the more pressing priority as the engineer's value while the customer's own
 * stays (R49), production down (R51), the alarm nobody acknowledged, the promise of an unanswered page (R64), the oldest
 * unanswered message (R67), the promises to come back (R66), and the telephone if either asked for it (R60). It is open
 * when either was.
 */
export const mergeTickets = (survivor: Ticket, absorbed: Ticket, args: PairArgs, context: CommandContext): PairOutcome => {
  const refusal = refuseMerge(survivor, absorbed, context)
  if (refusal !== null) return { ok: false, refusal }
  const { at } = context
  const reason = args.reason.trim()
  const raised = urgencyRank(absorbed) < urgencyRank(survivor)
  const priority = effectivePriority(raised ? absorbed : survivor)
  const productionDown = raised ? priority === 'urgent' && absorbed.productionDown : survivor.productionDown
  const opens = survivor.state === 'waiting' && absorbed.state === 'open'
  const promised = followUpsOf(absorbed)
  const taken: TicketFact[] = [{ kind: 'merged', at, ticketId: absorbed.id, receivedAt: absorbed.receivedAt }]
  if (opens) taken.push({ kind: 'state', at, state: 'open' })
  if (raised) taken.push({ kind: 'priority', at, priority, productionDown, by: 'engineer' })
  return {
    ok: true,
    survivor: applied(survivor, context, {
      fields: {
        ...(raised ? { engineerPriority: priority, productionDown } : {}),
        ...(rings(absorbed) ? { acknowledgedAt: null, acknowledgedBy: null } : {}),
        state: opens ? 'open' : survivor.state,
        answerBy: survivor.answerBy === 'phone' ? 'phone' : absorbed.answerBy,
        unansweredSince: earliest(survivor.unansweredSince, absorbed.unansweredSince),
      },
      facts: [
        ...taken,
        ...openPage(absorbed),
        ...promised.map(({ id, due, promisedBy }) => ({ kind: 'followUp' as const, at, id, due, promisedBy })),
      ],
      event: {
        id: args.survivorEventId,
        body: { kind: 'merged', ticketId: absorbed.id, number: absorbed.number, from: effectivePriority(survivor), to: priority, productionDown, reason },
      },
    }),
    absorbed: applied(absorbed, context, {
      fields: { state: 'closed', unansweredSince: null },
      facts: [
        { kind: 'mergedInto', at, ticketId: survivor.id },
        { kind: 'state', at, state: 'closed' },
        ...promised.map(({ id }) => ({ kind: 'followUpDropped' as const, at, id })),
      ],
      event: { id: args.absorbedEventId, body: { kind: 'mergedInto', ticketId: survivor.id, number: survivor.number, reason } },
    }),
  }
}

const earliest = (a: Ticket['unansweredSince'], b: Ticket['unansweredSince']): Ticket['unansweredSince'] => (a === null || (b !== null && b < a) ? b : a)
