import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import type { Instant } from '../../../domain/calendar/time'
import { initialPriority } from '../../../domain/intake/initialPriority'
import type { BackendContext, StagedFile } from '../../context'
import type { Queries, Touched } from '../../db/database'
import { incomingMail } from '../../db/schema'
import { addCustomerMessage } from '../../intake/addCustomerMessage'
import { lockOnce } from '../../intake/lockOnce'
import { openTicket } from '../../intake/openTicket'
import { readPolicy } from '../../intake/readPolicy'
import { queueConfirmation } from '../outgoing/queueConfirmation'
import { replyKey } from '../outgoing/replyKey'
import type { MailReading } from '../parse/MailReader'
import type { ReadMail } from '../parse/readMail'
import { findAnsweredTicket } from './findAnsweredTicket'
import { findSender } from './findSender'
import { judgeMail, mailReadsUrgent } from './judgeMail'
import type { Envelope, MailKind } from './judgeMail'
import { mailKey } from './mailKey'
import { stageMail } from './stageMail'
import type { StagedMail } from './stageMail'

/** What became of a mail; `repeated` had arrived before and changed nothing. */
export type MailOutcome = 'ticket' | 'reply' | 'quarantined' | 'repeated'

export interface ArrivedMail {
  readonly raw: Uint8Array
  readonly reading: MailReading
  readonly envelope: Envelope
  readonly receivedAt: Instant
}

const notRequests: Readonly<Record<Exclude<MailKind, 'letter' | 'machine'>, string>> = {
  loop: 'it is a mail of our own that came back',
  report: 'it reports on the delivery of a mail of ours',
  autoReply: 'a machine answered a mail of ours',
}

/**
 * Makes an arrived mail a message on the ticket it answers, a new ticket, or a kept quarantine record; never nothing
 * (P36). Answers after the commit. A mail never sets a priority and never pages (R12, R14).
 */
export const acceptMail = async (context: BackendContext, arrived: ArrivedMail): Promise<MailOutcome> => {
  const { reading } = arrived
  if (!reading.ok) return keepAside(context, arrived, null, reading.reason)
  const { values } = await readPolicy(context.database.queries)
  const kind = judgeMail(reading.mail, arrived.envelope, values.supportAddress)
  if (kind !== 'letter' && kind !== 'machine') return keepAside(context, arrived, reading.mail, notRequests[kind])
  const staged = await stageMail(context.files, reading.mail)
  return keepingFiles(context, staged.files, async () => {
    const { value } = await context.database.write(async (tx, touched) => place(context, tx, touched, { arrived, mail: reading.mail, staged, kind }))
    return value
  })
}

/** Runs the transaction that comes to own `files`; unless it did, they are removed again. */
const keepingFiles = async (context: BackendContext, files: readonly StagedFile[], work: () => Promise<MailOutcome>): Promise<MailOutcome> => {
  let outcome: MailOutcome = 'repeated'
  try {
    outcome = await work()
    return outcome
  } finally {
    if (outcome === 'repeated') await Promise.all(files.map(async ({ id }) => context.files.discard(id)))
  }
}

const cameBefore = async (tx: Queries, key: string | null): Promise<boolean> => {
  if (key === null) return false
  await lockOnce(tx, `mail ${key}`)
  const [known] = await tx.select({ id: incomingMail.id }).from(incomingMail).where(eq(incomingMail.messageId, key))
  return known !== undefined
}

interface Placing {
  readonly arrived: ArrivedMail
  readonly mail: ReadMail
  readonly staged: StagedMail
  readonly kind: MailKind
}

const place = async (context: BackendContext, tx: Queries, touched: Touched, placing: Placing): Promise<MailOutcome> => {
  const { arrived, mail, staged, kind } = placing
  const key = mailKey(mail, arrived.raw)
  if (await cameBefore(tx, key)) return 'repeated'
  const address = mail.from?.address ?? arrived.envelope.from
  const sender = await findSender(tx, address)
  const tokens = [...mail.refersTo, ...mail.recipients, ...arrived.envelope.to]
  const answered = await findAnsweredTicket(tx, replyKey(context.config.dataDir), tokens, sender, arrived.receivedAt)
  const record = { id: randomUUID(), messageId: key, from: address ?? '', subject: mail.subject, receivedAt: arrived.receivedAt, rawName: null }

  if (answered && sender) {
    const text = staged.text === '' ? mail.subject : staged.text
    const message = { ticketId: answered.id, contactId: sender.id, text, via: 'email', attachments: staged.files } as const
    await addCustomerMessage(context, tx, touched, message)
    await tx.insert(incomingMail).values({ ...record, outcome: 'reply', reason: '', ticketId: answered.id })
    return 'reply'
  }

  const { ticket } = await openTicket(context, tx, touched, {
    channel: 'email',
    customerId: sender?.customerId ?? null,
    siteId: sender?.siteId ?? null,
    contactId: sender?.id ?? null,
    requester: { name: sender?.name ?? (mail.from?.name || null), email: address, phone: sender?.phone ?? null },
    brief: briefOf(mail),
    detail: staged.text,
    priority: initialPriority('email', null),
    environment: 'unknown',
    // Writing is not asking for a written answer (R60); only where no number is known there is no other way.
    answerBy: sender === null ? 'email' : 'phone',
    receivedAt: arrived.receivedAt,
    attachments: staged.files,
    heldReason: null,
  })
  await tx.insert(incomingMail).values({ ...record, outcome: 'ticket', reason: ticket.heldReason ?? '', ticketId: ticket.id })
  if (kind === 'letter') await queueConfirmation(context, tx, { ticket, paged: false, answers: mail.messageId, readsUrgent: mailReadsUrgent(mail) })
  return 'ticket'
}

const briefOf = ({ subject, text }: ReadMail): string => {
  const words = subject || (text.split('\n').find((line) => line.trim() !== '')?.trim() ?? '') || '(mail without a subject)'
  return [...words].length <= 200 ? words : `${[...words].slice(0, 199).join('')}…`
}

/** Keeps a mail as it came, with the reason, for a person to look at. */
const keepAside = async (context: BackendContext, arrived: ArrivedMail, mail: ReadMail | null, reason: string): Promise<MailOutcome> => {
  const raw = await context.files.stage(Readable.from([Buffer.from(arrived.raw)]), 'message.eml')
  return keepingFiles(context, [raw], async () => {
    const key = mail && mailKey(mail, arrived.raw)
    const { value } = await context.database.write(async (tx) => {
      if (await cameBefore(tx, key)) return 'repeated'
      await tx.insert(incomingMail).values({
        id: randomUUID(),
        messageId: key,
        from: mail?.from?.address ?? arrived.envelope.from ?? '',
        subject: mail?.subject ?? '',
        receivedAt: arrived.receivedAt,
        outcome: 'quarantined',
        reason,
        ticketId: null,
        rawName: raw.id,
      })
      return 'quarantined'
    })
    context.log.warn({ reason, outcome: value }, 'a mail was kept aside')
    return value
  })
}
