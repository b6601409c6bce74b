import { randomUUID } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { AccessRequest } from '../../domain/access/accessRequest'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import { accessRequest } from '../db/schema'
import { readPolicy } from '../intake/readPolicy'
import { queueAccessMail } from './queueAccessMail'

/** A request for access as it came in. */
export interface NewAccessRequest extends Pick<AccessRequest, 'customerId' | 'kind' | 'name' | 'phone' | 'email' | 'requestedBy' | 'text'> {
  readonly requestedAt: Instant
  /** Message-ID of the mail it came by; null from the portal. */
  readonly answers: string | null
  /** Whether its sender is told that it arrived; a machine is not. */
  readonly confirm: boolean
}

const askedLately = async (tx: Queries, email: string, now: Instant): Promise<boolean> => {
  const [found] = await tx
    .select({ id: accessRequest.id })
    .from(accessRequest)
    .where(and(eq(sql`${accessRequest.requestedBy} ->> 'email'`, email), gt(accessRequest.requestedAt, addRealMinutes(now, -60))))
    .limit(1)
  return found !== undefined
}

/**
 * Puts a request on the list of access requests; it opens no ticket (R24). Its sender gets the same answer whoever it is
 * (P43), at most once an hour. A repeated press of the same person's form is on the list twice, for an engineer to deny.
 */
export const openAccessRequest = async (context: BackendContext, tx: Queries, touched: Touched, given: NewAccessRequest): Promise<AccessRequest> => {
  const { answers, confirm, ...asked } = given
  const email = asked.requestedBy.email
  const told = confirm && email !== '' && !(await askedLately(tx, email, asked.requestedAt))
  const row: AccessRequest = { id: randomUUID(), rev: 0, ...asked, state: 'open', contactId: null, decision: null }
  await tx.insert(accessRequest).values(row)
  touched.put('accessRequest', row.id)
  if (told) {
    const { values } = await readPolicy(tx)
    await queueAccessMail(context, tx, {
      to: email,
      subject: 'Your request for access',
      lines: [
        'We have your request for access to the support portal, and an engineer looks at it.',
        'Access is typically set up on the same business day. If something is missing, we ask for it.',
        '',
        `For each person we need the name, a contact number and an e-mail address. Support requests go to ${values.supportAddress}.`,
      ],
      answers,
    })
  }
  return row
}
