import { mailboxOf } from '../../../domain/intake/mailboxOf'
import { acceptAccessMail } from '../../access/acceptAccessMail'
import type { BackendContext } from '../../context'
import { readPolicy } from '../../intake/readPolicy'
import { acceptVoicemailMail } from '../voicemail/acceptVoicemailMail'
import { acceptMail } from './acceptMail'
import type { ArrivedMail, MailOutcome } from './acceptMail'
import { judgeMail } from './judgeMail'

/**
 * Sends a mail to where its recipients belong: a letter to the access mailbox is a request for access and no ticket
 * (R24), what a telephone system mails is a voicemail (R16); everything else, and what is no request at all, goes the way
 * of the support mailbox, so that it is kept.
 */
export const receiveMail = async (context: BackendContext, arrived: ArrivedMail): Promise<MailOutcome | 'accessRequest' | 'voicemail'> => {
  const { reading, envelope, raw, receivedAt, sourceKey = null } = arrived
  const { values } = await readPolicy(context.database.queries)
  if (!reading.ok) return acceptMail(context, arrived)
  const { mail } = reading
  const { voicemailMail = null } = context.config
  const mailbox = mailboxOf(envelope.to, { ...values, voicemailAddress: voicemailMail?.address ?? null })
  if (mailbox === 'voicemail' && voicemailMail !== null) return acceptVoicemailMail(context, voicemailMail, { ...arrived, mail })
  if (mailbox !== 'access') return acceptMail(context, arrived)
  const kind = judgeMail(mail, envelope, values.accessAddress)
  const address = mail.from?.address ?? envelope.from
  if (address === null || (kind !== 'letter' && kind !== 'machine')) return acceptMail(context, arrived)
  const outcome = await acceptAccessMail(context, { mail, raw, kind, address, receivedAt, sourceKey })
  return outcome === 'flood' ? acceptMail(context, arrived) : outcome
}
