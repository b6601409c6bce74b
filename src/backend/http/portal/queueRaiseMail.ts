import { asc, eq } from 'drizzle-orm'
import type { Contact } from '../../../domain/customer/customer'
import type { BackendContext } from '../../context'
import type { Queries } from '../../db/database'
import { ticket as ticketTable, timelineEvent } from '../../db/schema'
import { readPolicy } from '../../intake/readPolicy'
import { readServiceTerms } from '../../intake/readServiceTerms'
import { queueMail } from '../../mail/outgoing/queueMail'
import { sayPromise } from './sayPromise'
import { sayWaking } from './sayWaking'

/**
 * Queues what whoever raised a request to Urgent reads on the page as a mail to them: when to expect the call, and who
 * was woken or why nobody (R30, R70). In the transaction of the raise, so that neither is without the other.
 */
export const queueRaiseMail = async (context: BackendContext, tx: Queries, ticketId: string, { email }: Pick<Contact, 'email'>): Promise<void> => {
  const [raised] = await tx.select().from(ticketTable).where(eq(ticketTable.id, ticketId))
  if (!raised) throw new Error(`a mail on the raise of ticket ${ticketId}, which does not exist`)
  const events = await tx.select().from(timelineEvent).where(eq(timelineEvent.ticketId, ticketId)).orderBy(asc(timelineEvent.at))
  const policy = await readPolicy(tx)
  const now = context.now()
  const terms = await readServiceTerms(tx, raised.customerId, policy, now)
  const expectation = sayPromise(raised, policy, now, terms?.clocksAreGoals ?? false)
  const { waking } = sayWaking(events, policy)
  const paragraphs = [
    `You raised your request #${raised.number} to Urgent: ${raised.brief}`,
    ...(expectation === null ? [] : [expectation]),
    ...(waking === null ? [] : [`${waking.heading}\n${waking.sentence}`]),
    `Follow it at ${context.config.publicUrl()}/requests/${raised.number}, or answer this mail.`,
    `${policy.values.firmName} HelpDesk\nThis is an automatic message.`,
  ]
  await queueMail(context, tx, { ticket: raised, eventId: null, to: email, text: paragraphs.join('\n\n'), automatic: true, answers: null })
}
