import type { Instant } from '../calendar/time'
import type { Ticket, TicketFact } from '../ticket/ticket'
import { isPassedOver } from './standing'
import type { Standing } from './standing'
import { standingAt } from './standingAt'

/** A ticket taken while others of its priority, whose turn came first, waited (R50). */
export interface Inversion {
  readonly ticketId: string
  readonly engineerId: string
  readonly at: Instant
  /** Those passed over, the longest-waiting first. */
  readonly overtakenIds: readonly string[]
  /** Why, in the engineer's words; null when nobody said. */
  readonly reason: string | null
}

/** How fairly the queue was served over a time: `picks` counts the tickets taken, `unexplained` the inversions without a reason. */
export interface Fairness {
  readonly picks: number
  readonly inversions: readonly Inversion[]
  readonly unexplained: number
}

interface Waiting {
  readonly id: string
  readonly standing: Standing
}

/**
 * Counts who was passed over inside one priority (R50) by the picks of [from, to), from the facts of all tickets, finished
 * ones too. Each pick is judged by how everything stood at its moment; what else happened in the same moment has happened.
 * Oldest first, then by id: the same on every machine. `from` and `to` are instants, UTC.
 */
export const fairness = (tickets: readonly Ticket[], { from, to }: { readonly from: Instant; readonly to: Instant }): Fairness => {
  const picks = picksOf(tickets).filter(({ fact }) => fact.at >= from && fact.at < to)
  const changes = changesOf(tickets)
  const waiting = new Map<string, Waiting>()
  let next = 0
  const inversions = picks.flatMap(({ ticket, fact }): readonly Inversion[] => {
    for (let change = changes[next]; change !== undefined && change.at <= fact.at; next += 1, change = changes[next]) {
      const standing = standingAt(change.ticket, change.at)
      if (standing?.waits === true) waiting.set(change.ticket.id, { id: change.ticket.id, standing })
      else waiting.delete(change.ticket.id)
    }
    const taken = standingAt(ticket, fact.at)
    if (taken === null) return []
    const overtaken = [...waiting.values()].filter((other) => other.id !== ticket.id && isPassedOver(other.standing, taken)).toSorted(byTurn)
    if (overtaken.length === 0) return []
    return [{ ticketId: ticket.id, engineerId: fact.engineerId, at: fact.at, overtakenIds: overtaken.map(({ id }) => id), reason: fact.reason ?? null }]
  })
  return { picks: picks.length, inversions, unexplained: inversions.filter(({ reason }) => reason === null).length }
}

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byTurn = (a: Waiting, b: Waiting): number => a.standing.rank - b.standing.rank || a.standing.receipt - b.standing.receipt || byId(a.id, b.id)

type Assigned = Extract<TicketFact, { kind: 'assigned' }>

const picksOf = (tickets: readonly Ticket[]): readonly { readonly ticket: Ticket; readonly fact: Assigned }[] =>
  tickets
    .flatMap((ticket) => ticket.facts.flatMap((fact) => (fact.kind === 'assigned' ? [{ ticket, fact }] : [])))
    .toSorted((a, b) => a.fact.at - b.fact.at || byId(a.ticket.id, b.ticket.id))

/** The moments at which a ticket may come to stand otherwise, of all tickets in order of time. */
const changesOf = (tickets: readonly Ticket[]): readonly { readonly ticket: Ticket; readonly at: Instant }[] =>
  tickets
    .flatMap((ticket) => [...new Set([ticket.receivedAt, ...ticket.facts.map((fact) => fact.at)])].map((at) => ({ ticket, at })))
    .toSorted((a, b) => a.at - b.at)
