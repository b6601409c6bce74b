import { randomUUID } from 'node:crypto'
import type { BackendContext } from '../../context'
import type { Queries } from '../../db/database'
import { outgoingMail } from '../../db/schema'
import { readPolicy } from '../../intake/readPolicy'
import { loopHeader } from './queueMail'

/** A mail that the backend itself has to tell somebody. */
export interface NoticeToQueue {
  /** The ticket on whose timeline its fate is told; absent when it is about none. */
  readonly ticketId?: string
  readonly to: string
  readonly subject: string
  /** Its paragraphs; the firm's name is put below them. */
  readonly paragraphs: readonly string[]
  /** Whether the text is to be blanked once it is sent: it holds what opens an account. */
  readonly secret: boolean
}

/** Queues one mail that nobody wrote and nobody is to answer by machine (RFC 3834), in the transaction of what it tells. */
export const queueNotice = async (context: BackendContext, tx: Queries, notice: NoticeToQueue): Promise<void> => {
  const { values } = await readPolicy(tx)
  const now = context.now()
  const id = randomUUID()
  await tx.insert(outgoingMail).values({
    id,
    ticketId: notice.ticketId ?? null,
    eventId: null,
    to: notice.to,
    subject: notice.subject,
    text: [...notice.paragraphs, `${values.firmName} HelpDesk\nThis is an automatic message.`].join('\n\n'),
    headers: {
      From: `${values.firmName} Support <${values.supportAddress}>`,
      'Message-ID': `<${id}@${values.supportAddress.split('@')[1] ?? ''}>`,
      [loopHeader]: 'yes',
      'Auto-Submitted': 'auto-generated',
    },
    state: 'queued',
    detail: '',
    createdAt: now,
    nextTryAt: now,
    settledAt: null,
    secret: notice.secret,
  })
}
