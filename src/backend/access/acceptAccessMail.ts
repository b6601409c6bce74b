import { randomUUID } from 'node:crypto'
import type { Instant } from '../../domain/calendar/time'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import { incomingMail } from '../db/schema'
import { cameBefore } from '../mail/incoming/acceptMail'
import { isFlooding } from '../mail/incoming/isFlooding'
import { findSender } from '../mail/incoming/findSender'
import type { MailKind } from '../mail/incoming/judgeMail'
import { mailKey } from '../mail/incoming/mailKey'
import type { ReadMail } from '../mail/parse/readMail'
import { openAccessRequest } from './openAccessRequest'
import { readAccessPerson } from './readAccessPerson'

/** A mail to the access mailbox that a person or a machine wrote. */
export interface AccessLetter {
  readonly mail: ReadMail
  readonly raw: Uint8Array
  readonly kind: MailKind
  /** Whom it says it is from, or its return path. */
  readonly address: string
  readonly receivedAt: Instant
  /** Where a polled mail lay, so that it is taken once also without a Message-ID; null for what came by SMTP. */
  readonly sourceKey: string | null
}

/**
 * Makes a mail to the access mailbox a request for access (R24): an addition when it says it is from a primary contact
 * (R32), else a request for temporary access for its writer (R33). From is a hint that an engineer judges. The same mail
 * twice is one request; `flood` placed nothing.
 */
export const acceptAccessMail = async (context: BackendContext, letter: AccessLetter): Promise<'accessRequest' | 'repeated' | 'flood'> => {
  const { value } = await context.database.write(async (tx, touched) => place(context, tx, touched, letter))
  return value
}

/** In characters; a request for access is a few lines. */
const longestText = 10_000

const textOf = ({ subject, text }: ReadMail): string => [subject, text].filter((part) => part !== '').join('\n\n').replaceAll('\0', '').slice(0, longestText)

const place = async (context: BackendContext, tx: Queries, touched: Touched, { mail, raw, kind, address, receivedAt, sourceKey }: AccessLetter): Promise<'accessRequest' | 'repeated' | 'flood'> => {
  const key = mailKey(mail, raw)
  if (await cameBefore(tx, key, sourceKey)) return 'repeated'
  if (await isFlooding(tx, address, receivedAt)) return 'flood'
  const sender = await findSender(tx, address)
  const person = readAccessPerson(mail.text, address)
  const asksForOther = sender?.access === 'primary'
  await tx.insert(incomingMail).values({
    id: randomUUID(), messageId: key, sourceKey, from: address, subject: mail.subject, receivedAt, outcome: 'accessRequest', reason: '', ticketId: null, rawName: null,
  })
  await openAccessRequest(context, tx, touched, {
    customerId: sender?.customerId ?? null,
    kind: asksForOther ? 'addition' : 'temporary',
    name: person.name ?? (asksForOther ? null : mail.from?.name || null),
    phone: person.phone,
    email: person.email ?? (asksForOther ? null : address),
    requestedBy: { email: address, contactId: sender?.id ?? null },
    requestedAt: receivedAt,
    text: textOf(mail),
    answers: mail.messageId,
    confirm: kind === 'letter',
  })
  return 'accessRequest'
}
