import type { Ticket, TicketFact } from './ticket'
import type { AppliedCommand, CommandContext, RefusedCommand, Refusal } from './ticketCommand'
import type { TimelineBody } from './timelineEvent'

interface Change {
  /** Fields that change; `facts` is left to `fact`. */
  readonly fields?: Partial<Omit<Ticket, 'id' | 'rev' | 'number' | 'facts'>>
  readonly facts?: readonly TicketFact[]
  readonly event: { readonly id: string; readonly body: TimelineBody } | null
}

/**
 * Facts stay oldest first. Only a call may be logged long after it began; everything else is in the order the
 * backend took it, because that order decides what the ticket is now.
 */
const withFact = (facts: readonly TicketFact[], fact: TicketFact): readonly TicketFact[] => {
  const later = fact.kind === 'call' ? facts.findIndex((known) => known.at > fact.at) : -1
  return later === -1 ? [...facts, fact] : facts.toSpliced(later, 0, fact)
}

/** A command that took effect at `context.at`. `rev` stays: the backend numbers the change when it commits. */
export const applied = (ticket: Ticket, context: CommandContext, change: Change): AppliedCommand => ({
  ok: true,
  ticket: {
    ...ticket,
    ...change.fields,
    facts: (change.facts ?? []).reduce(withFact, ticket.facts),
    lastActivityAt: context.at > ticket.lastActivityAt ? context.at : ticket.lastActivityAt,
  },
  event: change.event === null ? null : { ...change.event, at: context.at },
})

/** A command that asks for what is so already: no change, no event, no complaint. */
export const unchanged = (ticket: Ticket): AppliedCommand => ({ ok: true, ticket, event: null })

/** A command that changes nothing, with the sentence for the person who gave it. */
export const refused = (code: Refusal['code'], sentence: string): RefusedCommand => ({ ok: false, refusal: { code, sentence } })
