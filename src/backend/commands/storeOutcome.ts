import { eq } from 'drizzle-orm'
import type { Ticket } from '../../domain/ticket/ticket'
import type { TimelineEvent } from '../../domain/ticket/timelineEvent'
import type { Queries, Touched } from '../db/database'
import { ticket as ticketTable, timelineEvent } from '../db/schema'

/** Writes the ticket a command decided and its timeline entry, if it made one. */
export const storeOutcome = async (tx: Queries, touched: Touched, ticket: Ticket, event: TimelineEvent | null): Promise<void> => {
  const { id, rev: _rev, ...columns } = ticket
  await tx.update(ticketTable).set(columns).where(eq(ticketTable.id, id))
  touched.put('ticket', id)
  if (event === null) return
  await tx.insert(timelineEvent).values(event)
  touched.put('timelineEvent', event.id)
}
