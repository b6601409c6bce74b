import { toInstant } from '../../../domain/calendar/time'
import type { Instant } from '../../../domain/calendar/time'
import type { ArrivedMail } from '../incoming/acceptMail'
import { mailAddress } from '../parse/mailAddress'
import type { MailReading } from '../parse/MailReader'

/** A message as it lay in a mailbox. */
export interface PolledMessage {
  readonly raw: Buffer
  /** When the mail server took it; null when it does not say. */
  readonly internalDate: Date | null
  readonly sourceKey: string
}

/** The return path as the mail server noted it; an empty one tells a bounce. Without a note, the sender's own word. */
const returnPathOf = (reading: MailReading): string | null => {
  if (!reading.ok) return null
  const noted = reading.mail.headers['return-path']
  if (noted === undefined) return reading.mail.from?.address ?? null
  return mailAddress(noted.replaceAll(/[<>]/g, ''))
}

/**
 * A polled mail as intake takes it: received when the mail server took it, because the sender's waiting began there,
 * never in the future. Without an envelope, its headers say whom it was for (R24).
 */
export const mailFromMailbox = ({ raw, internalDate, sourceKey }: PolledMessage, reading: MailReading, now: Instant): ArrivedMail => {
  const taken = internalDate === null ? now : internalDate.getTime()
  return {
    raw,
    reading,
    envelope: { from: returnPathOf(reading), to: reading.ok ? reading.mail.recipients : [] },
    receivedAt: toInstant(Number.isFinite(taken) ? Math.min(Math.max(taken, 0), now) : now),
    sourceKey,
  }
}
