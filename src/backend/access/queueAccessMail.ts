import { randomUUID } from 'node:crypto'
import type { BackendContext } from '../context'
import type { Queries } from '../db/database'
import { outgoingMail } from '../db/schema'
import { readPolicy } from '../intake/readPolicy'

/** An automatic mail about access; it belongs to no ticket. */
export interface AccessMail {
  readonly to: string
  readonly subject: string
  readonly lines: readonly string[]
  /** The text holds a link that works for whoever has it; blanked once the mail is settled. */
  readonly secret?: boolean
  /** Message-ID of the mail it answers; null = it answers none. */
  readonly answers: string | null
}

/** Queues a mail from the access mailbox in the transaction of what it tells, marked so that no machine answers it (RFC 3834). */
export const queueAccessMail = async (context: BackendContext, tx: Queries, { to, subject, lines, answers, secret = false }: AccessMail): Promise<void> => {
  const { values } = await readPolicy(tx)
  const [, domain = ''] = values.accessAddress.split('@')
  const id = randomUUID()
  const now = context.now()
  await tx.insert(outgoingMail).values({
    id,
    ticketId: null,
    eventId: null,
    to,
    subject,
    text: [...lines, '', `${values.firmName} HelpDesk`, 'This is an automatic message.'].join('\n'),
    headers: {
      From: `${values.firmName} Access <${values.accessAddress}>`,
      'Message-ID': `<access.${id}@${domain}>`,
      'X-Engineer-Console': 'yes',
      'Auto-Submitted': answers === null ? 'auto-generated' : 'auto-replied',
      ...(answers === null ? {} : { 'In-Reply-To': answers, References: answers }),
    },
    state: 'queued',
    detail: '',
    createdAt: now,
    nextTryAt: now,
    settledAt: null,
    secret,
  })
}
