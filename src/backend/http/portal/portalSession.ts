import { randomUUID } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import { addRealMinutes } from '../../../domain/calendar/time'
import type { Instant } from '../../../domain/calendar/time'
import type { Contact, Customer } from '../../../domain/customer/customer'
import { hashToken, newSecretToken } from '../../accounts/secretToken'
import type { Queries } from '../../db/database'
import { contact, customer, portalSession } from '../../db/schema'

/** Twelve hours, in real minutes: a working day with its evening. */
const sessionMinutes = 12 * 60

/** Somebody signed in to the portal. */
export interface PortalVisit {
  readonly sessionId: string
  readonly formToken: string
  readonly contact: Contact
  readonly customer: Customer
}

/** Starts a session and answers its cookie's value, which is stored as a hash only. Old sessions of the person are swept. */
export const startPortalSession = async (tx: Queries, contactId: string, now: Instant): Promise<string> => {
  const token = newSecretToken()
  await tx.delete(portalSession).where(and(eq(portalSession.contactId, contactId), lt(portalSession.expiresAt, now)))
  await tx.insert(portalSession).values({
    id: randomUUID(),
    contactId,
    tokenHash: hashToken(token),
    formToken: newSecretToken(),
    createdAt: now,
    expiresAt: addRealMinutes(now, sessionMinutes),
    endedAt: null,
  })
  return token
}

/** Who the cookie belongs to; null when its session is unknown, expired or ended. */
export const findPortalVisit = async (queries: Queries, token: string, now: Instant): Promise<PortalVisit | null> => {
  const [found] = await queries
    .select({ session: portalSession, contact, customer })
    .from(portalSession)
    .innerJoin(contact, eq(contact.id, portalSession.contactId))
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(eq(portalSession.tokenHash, hashToken(token)))
  if (!found || found.session.endedAt !== null || found.session.expiresAt <= now) return null
  return { sessionId: found.session.id, formToken: found.session.formToken, contact: found.contact, customer: found.customer }
}

export const endPortalSession = async (tx: Queries, sessionId: string, now: Instant): Promise<void> => {
  await tx.update(portalSession).set({ endedAt: now }).where(eq(portalSession.id, sessionId))
}
