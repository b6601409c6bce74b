import type { Instant } from '../calendar/time'
import { channelRules } from '../intake/channelRules'
import type { Priority, Ticket } from '../ticket/ticket'
import type { Actor, TimelineEvent } from '../ticket/timelineEvent'
import { priorityAt } from './priorityAt'

/** One change of a ticket's priority: who, when, from what to what, and why (R49). */
export interface PriorityChange {
  readonly at: Instant
  readonly who: Actor
  /** Whose value it is; both are kept. */
  readonly by: 'customer' | 'engineer'
  /** What the queue went by before; null at receipt. */
  readonly from: Priority | null
  readonly to: Priority
  readonly productionDown: boolean
  /** Why, in the words of the person; for a merge, the merge. */
  readonly why: string
}

/**
 * The priority's whole story, oldest first, from a ticket and its timeline (R49): the customer's choice at receipt, every
 * change since, and merges that raised it (R50). Instants, UTC.
 */
export const priorityHistory = (ticket: Pick<Ticket, 'facts' | 'environment'>, events: readonly TimelineEvent[]): readonly PriorityChange[] =>
  events.flatMap((event) => changeOf(ticket, event) ?? []).toSorted((a, b) => a.at - b.at)

const changeOf = (ticket: Pick<Ticket, 'facts' | 'environment'>, { at, actor: who, body }: TimelineEvent): PriorityChange | null => {
  switch (body.kind) {
    case 'received': {
      const productionDown = priorityAt(ticket, at)?.productionDown ?? false
      const { setBy } = channelRules[body.channel].priority
      const why = setBy === 'nobody' ? 'Every request of this channel begins so' : 'Chosen with the request'
      return { at, who, by: setBy === 'engineer' ? 'engineer' : 'customer', from: null, to: body.priority, productionDown, why }
    }
    case 'priority': {
      const { by, from, to, productionDown, reason: why } = body
      return { at, who, by, from, to, productionDown, why }
    }
    case 'merged': {
      const { from, to, productionDown, number, reason } = body
      const raised = ticket.facts.some((fact) => fact.kind === 'priority' && fact.at === at && fact.by === 'engineer')
      if (!raised) return null
      return { at, who, by: 'engineer', from, to, productionDown, why: `#${number} was merged into it${reason === '' ? '' : `: ${reason}`}` }
    }
    default:
      return null
  }
}
