import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Instant } from '../../../domain/calendar/time'
import type { Contact, Customer } from '../../../domain/customer/customer'
import { hashToken } from '../../accounts/secretToken'
import type { Queries } from '../../db/database'
import { contact, customer, passwordLink } from '../../db/schema'

/** Whose link this token is; null when it is unknown, used, replaced or too old, which nobody can tell apart. */
export const findPasswordLink = async (queries: Queries, token: unknown, now: Instant): Promise<{ readonly contact: Contact; readonly customer: Customer } | null> => {
  if (typeof token !== 'string' || token === '') return null
  const [found] = await queries
    .select({ contact, customer })
    .from(passwordLink)
    .innerJoin(contact, eq(contact.id, passwordLink.contactId))
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(and(eq(passwordLink.tokenHash, hashToken(token)), isNull(passwordLink.endedAt), gt(passwordLink.expiresAt, now)))
  return found ?? null
}
