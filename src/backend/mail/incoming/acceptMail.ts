import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import type { Instant } from '../../../domain/calendar/time'
import type { BackendContext, StagedFile } from '../../context'
import type { Queries, Touched } from '../../db/database'
import { incomingMail } from '../../db/schema'
import { lockOnce } from '../../intake/lockOnce'
import { readPolicy } from '../../intake/readPolicy'
import { queueConfirmation } from '../outgoing/queueConfirmation'
import { clipText } from '../parse/clipText'
import type { MailReading } from '../parse/MailReader'
import type { ReadMail } from '../parse/readMail'
import { isFlooding, mostMailsAMinute } from './isFlooding'
import { judgeMail, mailReadsUrgent } from './judgeMail'
import type { Envelope, MailKind } from './judgeMail'
import { mailKey } from './mailKey'
import { answersOurs, findAnswered, placeMail } from './placeMail'
import { stageMail } from './stageMail'
import type { StagedMail } from './stageMail'

/** What became of a mail; `repeated` had arrived before and changed nothing. */
export type MailOutcome = 'ticket' | 'reply' | 'quarantined' | 'repeated'

export interface ArrivedMail {
  readonly raw: Uint8Array
  readonly reading: MailReading
  readonly envelope: Envelope
  readonly receivedAt: Instant
  /** Where a polled mail lay, so that it is taken once also without a Message-ID; null for what came by SMTP. */
  readonly sourceKey?: string | null
}

const notRequests: Readonly<Record<Exclude<MailKind, 'letter' | 'machine'>, string>> = {
  loop: 'it is a mail of our own that came back',
  report: 'it reports on the delivery of a mail of ours',
  autoReply: 'a machine answered a mail of ours',
}

/** In characters: enough to judge a held mail by, little enough to list two hundred of them. */
const previewLength = 2_000

/**
 * Makes an arrived mail a message on the ticket it answers, a new ticket, or a held mail for an engineer to judge; never
 * nothing (P36). Answers after the commit. A mail never sets a priority and never pages (R12, R14).
 */
export const acceptMail = async (context: BackendContext, arrived: ArrivedMail): Promise<MailOutcome> => {
  const { reading } = arrived
  if (!reading.ok) return keepAside(context, arrived, null, reading.reason)
  const { mail } = reading
  const { values } = await readPolicy(context.database.queries)
  const kind = judgeMail(mail, arrived.envelope, values.supportAddress)
  if (kind !== 'letter' && kind !== 'machine') return keepAside(context, arrived, mail, notRequests[kind])
  const staged = await stageMail(context.files, mail)
  const outcome = await keepingFiles(context, staged.files, async () => {
    const { value } = await context.database.write(async (tx, touched) => place(context, tx, touched, { arrived, mail, staged, kind }))
    return value
  })
  if (outcome !== 'flood') return outcome
  return keepAside(context, arrived, mail, `its sender wrote more than ${mostMailsAMinute} mails within a minute`)
}

/** Runs the transaction that comes to own `files`; unless it did, they are removed again. */
const keepingFiles = async <O extends MailOutcome | 'flood'>(context: BackendContext, files: readonly StagedFile[], work: () => Promise<O>): Promise<O> => {
  let owned = false
  try {
    const outcome = await work()
    owned = outcome !== 'repeated' && outcome !== 'flood'
    return outcome
  } finally {
    if (!owned) await Promise.all(files.map(async ({ id }) => context.files.discard(id)))
  }
}

/** Whether this very mail was dealt with before, by its key or by where it lay; another delivery of it waits for this transaction. */
export const cameBefore = async (tx: Queries, key: string | null, sourceKey: string | null): Promise<boolean> => {
  for (const [column, value] of [[incomingMail.messageId, key], [incomingMail.sourceKey, sourceKey]] as const) {
    if (value === null) continue
    await lockOnce(tx, `mail ${value}`)
    const [known] = await tx.select({ id: incomingMail.id }).from(incomingMail).where(eq(column, value))
    if (known) return true
  }
  return false
}

const addressOf = (mail: ReadMail | null, { envelope }: ArrivedMail): string | null => mail?.from?.address ?? envelope.from

interface Placing {
  readonly arrived: ArrivedMail
  readonly mail: ReadMail
  readonly staged: StagedMail
  readonly kind: MailKind
}

const place = async (context: BackendContext, tx: Queries, touched: Touched, placing: Placing): Promise<MailOutcome | 'flood'> => {
  const { arrived, mail, staged, kind } = placing
  const key = mailKey(mail, arrived.raw)
  const { sourceKey = null } = arrived
  if (await cameBefore(tx, key, sourceKey)) return 'repeated'
  const address = addressOf(mail, arrived)
  if (await isFlooding(tx, address ?? '', arrived.receivedAt)) return 'flood'
  const given = { mail, staged, address, envelopeTo: arrived.envelope.to, receivedAt: arrived.receivedAt }
  const { outcome, ticket } = await placeMail(context, tx, touched, given)
  await tx.insert(incomingMail).values({
    id: randomUUID(),
    messageId: key,
    sourceKey,
    from: address ?? '',
    subject: mail.subject,
    receivedAt: arrived.receivedAt,
    outcome,
    reason: outcome === 'ticket' ? (ticket.heldReason ?? '') : '',
    ticketId: ticket.id,
    rawName: null,
  })
  if (outcome === 'ticket' && kind === 'letter' && !answersOurs(context, mail, arrived.envelope.to)) {
    await queueConfirmation(context, tx, { ticket, paged: false, answers: mail.messageId, readsUrgent: mailReadsUrgent(mail) })
  }
  return outcome
}

/** Keeps a mail as it came, with the reason, for a person to look at. */
export const keepAside = async (context: BackendContext, arrived: ArrivedMail, mail: ReadMail | null, reason: string): Promise<MailOutcome> => {
  const raw = await context.files.stage(Readable.from([Buffer.from(arrived.raw)]), 'message.eml')
  return keepingFiles<MailOutcome>(context, [raw], async () => {
    const key = mail && mailKey(mail, arrived.raw)
    const address = addressOf(mail, arrived)
    const { sourceKey = null } = arrived
    const { value } = await context.database.write(async (tx) => {
      if (await cameBefore(tx, key, sourceKey)) return 'repeated'
      const answered = mail && (await findAnswered(context, tx, { mail, address, envelopeTo: arrived.envelope.to }))
      await tx.insert(incomingMail).values({
        id: randomUUID(),
        messageId: key,
        sourceKey,
        from: address ?? '',
        subject: mail?.subject ?? '',
        receivedAt: arrived.receivedAt,
        outcome: 'quarantined',
        reason,
        ticketId: null,
        rawName: raw.id,
        preview: clipText(mail?.text ?? '', previewLength),
        envelopeTo: arrived.envelope.to,
        answersTicketId: answered?.ticket.id ?? null,
      })
      return 'quarantined'
    })
    context.log.warn({ reason, outcome: value }, 'a mail was kept aside')
    return value
  })
}
