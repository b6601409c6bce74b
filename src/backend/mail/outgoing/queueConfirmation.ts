import { and, eq, gt, sql } from 'drizzle-orm'
import { addRealMinutes } from '../../../domain/calendar/time'
import { callbackExpectation } from '../../../domain/entitlement/callbackExpectation'
import type { Ticket } from '../../../domain/ticket/ticket'
import type { BackendContext } from '../../context'
import type { Queries } from '../../db/database'
import { outgoingMail } from '../../db/schema'
import { readPolicy } from '../../intake/readPolicy'
import { readServiceTerms } from '../../intake/readServiceTerms'
import { queueMail } from './queueMail'

export interface Confirmation {
  readonly ticket: Ticket
  readonly paged: boolean
  /** Message-ID of the mail that opened the ticket; null for a portal request. */
  readonly answers: string | null
  /** R13: the mail reads as urgent, so the answer says which way is faster. */
  readonly portalHint: boolean
}

/** Whether an automatic mail to this address was queued within the last hour (loops: RFC 3834, security.md). */
const answeredLately = async (context: BackendContext, tx: Queries, to: string): Promise<boolean> => {
  const [found] = await tx
    .select({ id: outgoingMail.id })
    .from(outgoingMail)
    .where(and(
      eq(outgoingMail.to, to),
      gt(outgoingMail.createdAt, addRealMinutes(context.now(), -60)),
      sql`${outgoingMail.headers} ? 'Auto-Submitted'`,
    ))
    .limit(1)
  return found !== undefined
}

const hint = (publicUrl: string): string =>
  `If this is urgent: e-mail cannot carry a priority and never reaches the on-call engineer. Please submit it with priority Urgent at ${publicUrl}/requests/new`

/**
 * Queues the automatic answer to a new request: its number and when to expect the callback (R30). To one address at
 * most one automatic answer an hour when it came by mail. Answers whether one was queued.
 */
export const queueConfirmation = async (context: BackendContext, tx: Queries, confirmation: Confirmation): Promise<boolean> => {
  const { ticket, paged, answers, portalHint } = confirmation
  const to = ticket.requester.email
  if (to === null) return false
  if (ticket.channel === 'email' && (await answeredLately(context, tx, to))) return false
  const policy = await readPolicy(tx)
  const { customerPriority: priority, productionDown, receivedAt, zone, number, brief } = ticket
  const publicUrl = context.config.publicUrl()
  const now = context.now()
  const terms = await readServiceTerms(tx, ticket.customerId, policy, now)
  const expectation =
    ticket.heldReason === null
      ? callbackExpectation({ priority, productionDown, receivedAt, policy, zone, pagedAt: paged ? receivedAt : null, clocksAreGoals: terms?.clocksAreGoals ?? false, now })
      : 'We could not match your address to somebody who is authorized to open requests, so an engineer looks at it first.'
  const text = [
    `We have your request #${number}: ${brief}`,
    '',
    expectation,
    ...(portalHint ? ['', hint(publicUrl)] : []),
    '',
    ticket.heldReason === null ? `Follow it at ${publicUrl}/requests/${number}, or answer this mail.` : 'You can answer this mail to add something.',
    '',
    `${policy.values.firmName} HelpDesk`,
    'This is an automatic message.',
  ].join('\n')
  await queueMail(context, tx, { ticket, eventId: null, to, text, automatic: true, answers })
  return true
}
