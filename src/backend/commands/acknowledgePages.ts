import { and, eq } from 'drizzle-orm'
import type { Ticket } from '../../domain/ticket/ticket'
import { page } from '../db/schema'
import type { CommandRoom } from './commandHandler'

/** Somebody has the ticket: its planned pages are acknowledged by them. First wins; an acknowledged page stays. */
export const acknowledgePages = async ({ tx, touched, engineer, at }: CommandRoom, ticket: Ticket): Promise<void> => {
  const acknowledged = await tx
    .update(page)
    .set({ state: 'acknowledged', acknowledgedAt: at, acknowledgedBy: engineer.id })
    .where(and(eq(page.ticketId, ticket.id), eq(page.state, 'planned')))
    .returning({ id: page.id })
  for (const { id } of acknowledged) touched.put('page', id)
}
