import { readsAsDown } from '../../../domain/triage/readsAsDown'
import { readsAsUrgent } from '../../../domain/triage/readsAsUrgent'
import type { ReadMail } from '../parse/readMail'

/**
 * What kind of mail it is (RFC 3834). `loop` is ours come back, `report` tells of a mail of ours, `autoReply` was
 * written by a machine in answer to one: none of them is a request. `machine` may be one (an alarm, a list, a mail whose
 * return path is not the sender it names) but gets no automatic answer, which could reach somebody who never wrote (P38).
 * `letter` was written by a person.
 */
export type MailKind = 'letter' | 'machine' | 'loop' | 'report' | 'autoReply'

export interface Envelope {
  /** The SMTP return path in lower case; null = the empty one of bounces. */
  readonly from: string | null
  readonly to: readonly string[]
}

const isReport = (mail: ReadMail, envelope: Envelope): boolean =>
  (mail.headers['content-type'] ?? '').startsWith('multipart/report') ||
  (envelope.from === null && /^(mailer-daemon|postmaster)@/.test(mail.from?.address ?? ''))

const isAutoReply = ({ headers }: ReadMail): boolean =>
  (headers['auto-submitted'] ?? '').startsWith('auto-replied') ||
  headers['x-autoreply'] !== undefined ||
  headers['x-autorespond'] !== undefined ||
  headers['precedence'] === 'auto_reply'

const isFromMachine = ({ headers, from }: ReadMail, envelope: Envelope): boolean =>
  envelope.from === null ||
  (from !== null && from.address !== envelope.from) ||
  headers['return-path'] === '<>' ||
  (headers['auto-submitted'] ?? 'no') !== 'no' ||
  ['bulk', 'list', 'junk'].includes(headers['precedence'] ?? '') ||
  ['list-id', 'list-unsubscribe', 'x-auto-response-suppress', 'x-loop'].some((name) => headers[name] !== undefined)

/** Tells letters from automatic mail. */
export const judgeMail = (mail: ReadMail, envelope: Envelope, supportAddress: string): MailKind => {
  if (mail.headers['x-engineer-console'] !== undefined || mail.from?.address === supportAddress.toLowerCase()) return 'loop'
  if (isReport(mail, envelope)) return 'report'
  if (isAutoReply(mail)) return 'autoReply'
  return isFromMachine(mail, envelope) ? 'machine' : 'letter'
}

/** R13: whether a mail reads as urgent. It raises nothing; the answer points to the portal. */
export const mailReadsUrgent = ({ subject, headers }: ReadMail): boolean =>
  readsAsDown(subject) ||
  readsAsUrgent(subject) ||
  headers['importance'] === 'high' ||
  /^[12]\b/.test(headers['x-priority'] ?? '')
