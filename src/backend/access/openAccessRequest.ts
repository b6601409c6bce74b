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
  /** The id of what this form makes, so that a second press of it makes nothing; a mail has none. */
  readonly id?: string
  /** Whether who asks can sign in already: the mail says so, and what whoever typed the address sees does not (P43). */
  readonly hasAccess?: boolean
}

const askedLately = async (tx: Queries, email: string, now: Instant): Promise<boolean> => {
  const [found] = await tx
    .select({ id: accessRequest.id })
    .from(accessRequest)
    .where(and(eq(sql`${accessRequest.requestedBy} ->> 'email'`, email), gt(accessRequest.requestedAt, addRealMinutes(now, -60))))
    .limit(1)
  return found !== undefined
}

/** What a request is answered with by mail. */
const answerLines = (portal: string, supportAddress: string, hasAccess: boolean): readonly string[] =>
  hasAccess
    ? [
        'Somebody, probably you, asked us for access to the support portal with this e-mail address. It has access already.',
        '',
        `Sign in at ${portal}/sign-in. If you do not know your password, choose a new one at ${portal}/forgotten-password.`,
        '',
        'If signing in still fails, an engineer sees your request and helps. If it was not you, you need not do anything.',
      ]
    : [
        'We have your request for access to the support portal, and an engineer looks at it.',
        'Access is typically set up on the same business day. If something is missing, we ask for it.',
        '',
        `For each person we need the name, a contact number and an e-mail address. Support requests go to ${supportAddress}.`,
      ]

/**
 * Puts a request on the list of access requests; it opens no ticket (R24). Its sender is answered whoever it is (P43),
 * at most once an hour. The same form pressed again is the same request and queues no mail.
 */
export const openAccessRequest = async (context: BackendContext, tx: Queries, touched: Touched, given: NewAccessRequest): Promise<AccessRequest> => {
  const { answers, confirm, id = randomUUID(), hasAccess = false, ...asked } = given
  const email = asked.requestedBy.email
  const told = confirm && email !== '' && !(await askedLately(tx, email, asked.requestedAt))
  const row: AccessRequest = { id, rev: 0, ...asked, state: 'open', contactId: null, decision: null }
  const added = await tx.insert(accessRequest).values(row).onConflictDoNothing().returning({ id: accessRequest.id })
  if (added.length === 0) return row
  touched.put('accessRequest', id)
  if (told) {
    const { values } = await readPolicy(tx)
    await queueAccessMail(context, tx, {
      to: email,
      subject: 'Your request for access',
      lines: answerLines(context.config.publicUrl(), values.supportAddress, hasAccess),
      answers,
    })
  }
  return row
}
