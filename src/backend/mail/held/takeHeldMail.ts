import { eq } from 'drizzle-orm'
import type { HeldMailOutcome } from '../../../protocol/intake/heldMail'
import type { Queries } from '../../db/database'
import { engineer, incomingMail, ticket } from '../../db/schema'

type HeldRow = typeof incomingMail.$inferSelect

/** A held mail locked for this transaction; or what to answer because it was dealt with, or null because it never was. */
export type TakenMail = { readonly mail: HeldRow } | { readonly answer: HeldMailOutcome } | null

/** Locks a held mail, so that it is dealt with once, whoever asks at the same time. */
export const takeHeldMail = async (tx: Queries, id: string): Promise<TakenMail> => {
  const [mail] = await tx.select().from(incomingMail).where(eq(incomingMail.id, id)).for('update')
  if (!mail || mail.outcome !== 'quarantined') return null
  return mail.settledAs === null ? { mail } : { answer: await sayBefore(tx, mail) }
}

const sayBefore = async (tx: Queries, mail: HeldRow): Promise<HeldMailOutcome> => {
  const [who] = mail.settledBy === null ? [] : await tx.select({ name: engineer.name }).from(engineer).where(eq(engineer.id, mail.settledBy))
  const [where] = mail.ticketId === null ? [] : await tx.select({ id: ticket.id, number: ticket.number }).from(ticket).where(eq(ticket.id, mail.ticketId))
  const name = who?.name ?? 'Somebody'
  const sentence = where ? `${name} has released this mail already: ticket #${where.number}.` : `${name} has discarded this mail already: ${mail.settledReason}`
  return { outcome: 'before', ticket: where ?? null, sentence }
}
