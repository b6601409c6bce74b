import { randomUUID } from 'node:crypto'
import type { BackendContext } from '../../context'
import type { Queries } from '../../db/database'
import { outgoingMail } from '../../db/schema'
import { readPolicy } from '../../intake/readPolicy'
import { replyKey } from './replyKey'
import { newReplyToken } from './replyToken'

/** Marks mail as ours, so that a copy coming back to us is known as a loop. */
export const loopHeader = 'X-Engineer-Console'

export interface MailToQueue {
  readonly ticket: { readonly id: string; readonly number: number; readonly brief: string }
  /** The timeline event the mail carries; null for automatic mail. */
  readonly eventId: string | null
  readonly to: string
  readonly text: string
  /** Nobody wrote it: marked so that no machine answers it (RFC 3834). */
  readonly automatic: boolean
  /** Message-ID of the customer's mail that this one answers. */
  readonly answers: string | null
}

/**
 * Queues one mail about a ticket, in the transaction of what it tells. Its Message-ID and reply address carry a signed
 * token, so that an answer finds its ticket. Sent after the commit by `OutgoingMailSender`.
 */
export const queueMail = async (context: BackendContext, tx: Queries, mail: MailToQueue): Promise<void> => {
  const { values } = await readPolicy(tx)
  const [local = '', domain = ''] = values.supportAddress.split('@')
  const token = newReplyToken(replyKey(context.config.dataDir), mail.ticket.number)
  const now = context.now()
  await tx.insert(outgoingMail).values({
    id: randomUUID(),
    ticketId: mail.ticket.id,
    eventId: mail.eventId,
    to: mail.to,
    subject: `[#${mail.ticket.number}] ${mail.ticket.brief}`,
    text: mail.text,
    headers: {
      From: `${values.firmName} Support <${values.supportAddress}>`,
      'Message-ID': `<${token}@${domain}>`,
      'Reply-To': `${local}+${token}@${domain}`,
      [loopHeader]: 'yes',
      ...(mail.answers === null ? {} : { 'In-Reply-To': mail.answers, References: mail.answers }),
      ...(mail.automatic ? { 'Auto-Submitted': 'auto-replied' } : {}),
    },
    state: 'queued',
    detail: '',
    createdAt: now,
    nextTryAt: now,
    settledAt: null,
  })
}
