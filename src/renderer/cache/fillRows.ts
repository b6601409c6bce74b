import type { Transaction } from 'dexie'
import { completePageDecision } from '../../domain/afterHours/completePageDecision'
import type { Page } from '../../domain/afterHours/page'
import type { Ticket, TicketFact } from '../../domain/ticket/ticket'
import type { TimelineEvent } from '../../domain/ticket/timelineEvent'

type Kept<T> = { -readonly [K in keyof T]: T[K] }

/** A fact as an older version may have kept it. */
type KeptFact = TicketFact | (Omit<TicketFact & { kind: 'priority' }, 'by'> & { readonly by?: 'customer' | 'engineer' })

const fillShifts = async (upgrade: Transaction): Promise<void> => {
  const before = { kind: 'regular', coversShiftId: null, reason: '' } as const
  await upgrade.table('shift').toCollection().modify((row: Record<string, unknown>) => Object.assign(row, { ...before, ...row }))
}

/** Whose hand set a priority stands in the timeline too, at the same moment; without an engineer there it was the customer's. */
const fillPriorities = async (upgrade: Transaction): Promise<void> => {
  const reviews = new Set<string>()
  await upgrade.table<TimelineEvent>('timelineEvent').each(({ ticketId, at, body }) => {
    if (body.kind === 'priority' && body.by === 'engineer') reviews.add(`${ticketId} ${at}`)
  })
  const filled = (ticketId: string, fact: KeptFact): TicketFact =>
    fact.kind === 'priority' ? { ...fact, by: fact.by ?? (reviews.has(`${ticketId} ${fact.at}`) ? 'engineer' : 'customer') } : fact
  await upgrade.table('ticket').toCollection().modify((row: Kept<Ticket>) => {
    row.facts = row.facts.map((fact) => filled(row.id, fact))
  })
}

const fillDecisions = async (upgrade: Transaction): Promise<void> => {
  await upgrade.table('page').toCollection().modify((row: Kept<Page>) => {
    row.decision = completePageDecision(row.decision)
  })
  await upgrade.table('timelineEvent').toCollection().modify((row: Kept<TimelineEvent>) => {
    if (row.body.kind === 'page' && !('decision' in row.body)) row.body = { ...(row.body as TimelineEvent['body'] & { kind: 'page' }), decision: null }
  })
}

/**
 * Gives rows that were cached before version 3 the fields they lack, as the backend fills its own: it does not send a
 * row again that has not changed since (P14).
 */
export const fillRows = async (upgrade: Transaction): Promise<void> => {
  await fillShifts(upgrade)
  await fillPriorities(upgrade)
  await fillDecisions(upgrade)
}
