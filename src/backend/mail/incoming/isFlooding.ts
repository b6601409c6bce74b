import { and, count, eq, gt } from 'drizzle-orm'
import { addRealMinutes } from '../../../domain/calendar/time'
import type { Instant } from '../../../domain/calendar/time'
import type { Queries } from '../../db/database'
import { incomingMail } from '../../db/schema'
import { lockOnce } from '../../intake/lockOnce'

/**
 * The most mails of one address that become tickets or replies within one real minute (P37). A person forwarding a pile
 * stays below it; what is more is held for an engineer, not lost.
 */
export const mostMailsAMinute = 20

/**
 * Whether `address` sent more than that in the minute before `now`, held mail counted too: a flood stays held until it
 * pauses. One transaction at a time asks for an address.
 */
export const isFlooding = async (tx: Queries, address: string, now: Instant): Promise<boolean> => {
  await lockOnce(tx, `mail from ${address}`)
  const [found] = await tx
    .select({ mails: count() })
    .from(incomingMail)
    .where(and(eq(incomingMail.from, address), gt(incomingMail.receivedAt, addRealMinutes(now, -1))))
  return (found?.mails ?? 0) >= mostMailsAMinute
}
