import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AccessRequest } from '../../domain/access/accessRequest'
import type { Contact } from '../../domain/customer/customer'
import { hashToken } from '../accounts/secretToken'
import type { Queries } from '../db/database'
import { accessLink, accessRequest, contact } from '../db/schema'

/** What a mailed link is about: the request, who got temporary access by it, and the primary contact it was mailed to. */
export interface AccessLink {
  readonly request: AccessRequest
  readonly contact: Contact
  readonly confirmer: Contact
}

/** The link of this token, or null. Inside a transaction that decides, `lock` holds the request until its end. */
export const findAccessLink = async (tx: Queries, token: string, { lock }: { readonly lock: boolean }): Promise<AccessLink | null> => {
  const confirmer = alias(contact, 'confirmer')
  const query = tx
    .select({ request: accessRequest, contact, confirmer })
    .from(accessLink)
    .innerJoin(accessRequest, eq(accessRequest.id, accessLink.requestId))
    .innerJoin(contact, eq(contact.id, accessRequest.contactId))
    .innerJoin(confirmer, eq(confirmer.id, accessLink.contactId))
    .where(eq(accessLink.tokenHash, hashToken(token)))
  const [found] = await (lock ? query.for('update', { of: [accessRequest, contact] }) : query)
  return found ?? null
}
