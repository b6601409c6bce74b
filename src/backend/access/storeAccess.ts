import { and, eq, isNull } from 'drizzle-orm'
import type { AccessOutcome } from '../../domain/access/accessOutcome'
import { customerStanding } from '../../domain/access/customerStanding'
import type { Instant } from '../../domain/calendar/time'
import type { Queries, Touched } from '../db/database'
import { accessRequest, contact as contactTable, portalSession } from '../db/schema'

/** Writes what a decision on access changed: the request, the contact, and the end of every session of who lost access (P44). */
export const storeAccess = async (tx: Queries, touched: Touched, { request, contact }: Extract<AccessOutcome, { ok: true }>, at: Instant): Promise<void> => {
  if (contact !== null) {
    const { rev: _contactRev, ...person } = contact
    await tx.insert(contactTable).values(person).onConflictDoUpdate({ target: contactTable.id, set: person })
    touched.put('contact', contact.id)
    const standing = customerStanding(contact, at)
    if (standing === 'none' || standing === 'suspended') {
      await tx.update(portalSession).set({ endedAt: at }).where(and(eq(portalSession.contactId, contact.id), isNull(portalSession.endedAt)))
    }
  }
  const { id, rev: _rev, ...columns } = request
  await tx.update(accessRequest).set(columns).where(eq(accessRequest.id, id))
  touched.put('accessRequest', id)
}
