import { and, desc, eq, inArray } from 'drizzle-orm'
import type { AccessRequest } from '../../domain/access/accessRequest'
import type { Contact } from '../../domain/customer/customer'
import type { Queries } from '../db/database'
import { accessRequest, contact } from '../db/schema'

/**
 * The newest request by which this person has temporary access that nobody decided on yet (R34), with the person, both
 * held until the transaction's end; null when there is none.
 */
export const findWaitingAccess = async (tx: Queries, contactId: string): Promise<{ readonly request: AccessRequest; readonly contact: Contact } | null> => {
  const [found] = await tx
    .select({ request: accessRequest, contact })
    .from(accessRequest)
    .innerJoin(contact, eq(contact.id, accessRequest.contactId))
    .where(and(eq(contact.id, contactId), eq(accessRequest.kind, 'temporary'), inArray(accessRequest.state, ['granted', 'expired'])))
    .orderBy(desc(accessRequest.requestedAt))
    .limit(1)
    .for('update')
  return found ?? null
}
