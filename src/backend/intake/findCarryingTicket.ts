import { eq } from 'drizzle-orm'
import { mergedInto } from '../../domain/ticket/mergedInto'
import type { Ticket } from '../../domain/ticket/ticket'
import type { Queries } from '../db/database'
import { ticket as ticketTable } from '../db/schema'

/** The ticket that carries on for this one, locked for the transaction: itself, or what it was merged into (R50). Null = there is none. */
export const findCarryingTicket = async (tx: Queries, ticketId: string): Promise<Ticket | null> => {
  const [found] = await tx.select().from(ticketTable).where(eq(ticketTable.id, ticketId)).for('update')
  if (!found) return null
  const next = mergedInto(found)
  return next === null ? found : findCarryingTicket(tx, next)
}
