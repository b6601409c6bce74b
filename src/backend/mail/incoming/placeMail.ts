import { initialPriority } from '../../../domain/intake/initialPriority'
import type { Instant } from '../../../domain/calendar/time'
import type { Ticket } from '../../../domain/ticket/ticket'
import type { BackendContext } from '../../context'
import type { Queries, Touched } from '../../db/database'
import { addCustomerMessage } from '../../intake/addCustomerMessage'
import { openTicket } from '../../intake/openTicket'
import { replyKey } from '../outgoing/replyKey'
import { ticketOfToken } from '../outgoing/replyToken'
import type { ReadMail } from '../parse/readMail'
import { findAnsweredTicket } from './findAnsweredTicket'
import { findSender } from './findSender'
import type { StagedMail } from './stageMail'

/** A mail about to be placed; `address` is whom it says it is from, or its return path. */
export interface MailToPlace {
  readonly mail: ReadMail
  readonly staged: StagedMail
  readonly address: string | null
  readonly envelopeTo: readonly string[]
  readonly receivedAt: Instant
}

export interface PlacedMail {
  readonly outcome: 'ticket' | 'reply'
  readonly ticket: Ticket
}

const tokensOf = ({ mail, envelopeTo }: Pick<MailToPlace, 'mail' | 'envelopeTo'>): readonly string[] => [...mail.refersTo, ...mail.recipients, ...envelopeTo]

/** The mark our mails bear in their subject. */
const ourMark = /\[#\d{5,12}\]/

/** Whether a mail answers one of ours, whoever wrote it: answering that automatically could go on for ever (P37). */
export const answersOurs = (context: BackendContext, mail: ReadMail, envelopeTo: readonly string[]): boolean =>
  ourMark.test(mail.subject) || ticketOfToken(replyKey(context.config.dataDir), tokensOf({ mail, envelopeTo }).join(' ')) !== null

/** The ticket that a mail answers and its sender may write on (P38), with that sender; null = there is none. */
export const findAnswered = async (
  context: BackendContext,
  tx: Queries,
  { mail, address, envelopeTo }: Pick<MailToPlace, 'mail' | 'address' | 'envelopeTo'>,
) => {
  const sender = await findSender(tx, address)
  const ticket = await findAnsweredTicket(tx, replyKey(context.config.dataDir), tokensOf({ mail, envelopeTo }), sender, context.now())
  return ticket && sender ? { ticket, sender } : null
}

/** Adds a mail to the ticket it answers, or null when it answers none. */
export const placeAsAnswer = async (context: BackendContext, tx: Queries, touched: Touched, given: MailToPlace): Promise<PlacedMail | null> => {
  const answered = await findAnswered(context, tx, given)
  if (answered === null) return null
  const { staged, mail } = given
  const text = staged.text === '' ? mail.subject : staged.text
  const message = { ticketId: answered.ticket.id, contactId: answered.sender.id, text, via: 'email', attachments: staged.files } as const
  const { ticket } = await addCustomerMessage(context, tx, touched, message)
  return { outcome: 'reply', ticket }
}

/** Opens a ticket for a mail: Medium always (R12), and held when the sender may not ask or is not known (R31). */
export const placeAsTicket = async (context: BackendContext, tx: Queries, touched: Touched, given: MailToPlace): Promise<PlacedMail> => {
  const { mail, staged, address, receivedAt } = given
  const sender = await findSender(tx, address)
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
    receivedAt,
    attachments: staged.files,
    heldReason: null,
  })
  return { outcome: 'ticket', ticket }
}

/** Adds a mail to the ticket it answers; one that answers none opens a ticket. */
export const placeMail = async (context: BackendContext, tx: Queries, touched: Touched, given: MailToPlace): Promise<PlacedMail> =>
  (await placeAsAnswer(context, tx, touched, given)) ?? placeAsTicket(context, tx, touched, given)

const briefOf = ({ subject, text }: ReadMail): string => {
  const words = subject || (text.split('\n').find((line) => line.trim() !== '')?.trim() ?? '') || '(mail without a subject)'
  return [...words].length <= 200 ? words : `${[...words].slice(0, 199).join('')}…`
}
