import { and, eq, gt, sql } from 'drizzle-orm'
import { isOpen } from '../../../domain/calendar/openTimes'
import { serviceCalendar } from '../../../domain/calendar/serviceCalendar'
import { addRealMinutes } from '../../../domain/calendar/time'
import type { Instant } from '../../../domain/calendar/time'
import { callbackExpectation } from '../../../domain/entitlement/callbackExpectation'
import { contractStatus } from '../../../domain/entitlement/contractStatus'
import { mailHint } from '../../../domain/intake/mailHint'
import type { Policy } from '../../../domain/policy/policy'
import type { Ticket } from '../../../domain/ticket/ticket'
import type { BackendContext } from '../../context'
import type { Queries } from '../../db/database'
import { contract, outgoingMail } from '../../db/schema'
import { readPolicy } from '../../intake/readPolicy'
import { readServiceTerms } from '../../intake/readServiceTerms'
import { queueMail } from './queueMail'

export interface Confirmation {
  readonly ticket: Ticket
  readonly paged: boolean
  /** Message-ID of the mail that opened the ticket; null for a portal request. */
  readonly answers: string | null
  /** R13: whether the mail reads as urgent; then the answer says which way is faster. */
  readonly readsUrgent: boolean
}

/** Whether an automatic mail to this address was queued within the last hour (loops: RFC 3834, security.md). */
const answeredLately = async (context: BackendContext, tx: Queries, to: string): Promise<boolean> => {
  const [found] = await tx
    .select({ id: outgoingMail.id })
    .from(outgoingMail)
    .where(and(
      eq(outgoingMail.to, to),
      gt(outgoingMail.createdAt, addRealMinutes(context.now(), -60)),
      sql`${outgoingMail.headers} ->> 'Auto-Submitted' = 'auto-replied'`,
    ))
    .limit(1)
  return found !== undefined
}

/** What the sender of a mail is told of faster ways (R13, R14). Who may not ask learns nothing of the account's contract. */
const hintFor = async (tx: Queries, ticket: Ticket, readsUrgent: boolean, policy: Policy, publicUrl: string, now: Instant): Promise<string | null> => {
  if (ticket.channel !== 'email') return null
  const { officeZone, contractGraceDays } = policy.values
  const contracts =
    ticket.customerId === null || ticket.heldReason !== null ? null : await tx.select().from(contract).where(eq(contract.customerId, ticket.customerId))
  return mailHint({
    readsUrgent,
    contract: contracts === null ? null : contractStatus(contracts, now, officeZone, contractGraceDays).kind,
    open: isOpen(serviceCalendar(policy, ticket.zone), now),
    portalUrl: `${publicUrl}/requests/new`,
  })
}

/**
 * Queues the automatic answer to a new request: its number and when to expect the callback (R30). To one address at
 * most one automatic answer an hour when it came by mail. Answers whether one was queued.
 */
export const queueConfirmation = async (context: BackendContext, tx: Queries, confirmation: Confirmation): Promise<boolean> => {
  const { ticket, paged, answers, readsUrgent } = confirmation
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
  const hint = await hintFor(tx, ticket, readsUrgent, policy, publicUrl, now)
  const text = [
    `We have your request #${number}: ${brief}`,
    '',
    expectation,
    ...(hint === null ? [] : ['', hint]),
    '',
    ticket.heldReason === null ? `Follow it at ${publicUrl}/requests/${number}, or answer this mail.` : 'You can answer this mail to add something.',
    '',
    `${policy.values.firmName} HelpDesk`,
    'This is an automatic message.',
  ].join('\n')
  await queueMail(context, tx, { ticket, eventId: null, to, text, automatic: true, answers })
  return true
}
