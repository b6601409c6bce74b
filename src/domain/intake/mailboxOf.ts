import type { PolicyValues } from '../policy/policy'

/** Where a mail belongs: the support queue, the list of access requests (R24), the tech line's voicemails (R16), or nowhere of ours. */
export type Mailbox = 'support' | 'access' | 'voicemail' | 'unknown'

/** The firm's mailboxes. `voicemailAddress`: where a telephone system mails what was said on the tech line; null = nowhere. */
export type MailboxAddresses = Pick<PolicyValues, 'supportAddress' | 'accessAddress'> & { readonly voicemailAddress: string | null }

/** Whether an address is a mailbox's own, or its own with a `+tag`; case does not matter. */
const isMailbox = (address: string, mailbox: string): boolean => {
  const [local = '', domain = ''] = mailbox.trim().toLowerCase().split('@')
  const given = address.trim().toLowerCase()
  return given === `${local}@${domain}` || (given.startsWith(`${local}+`) && given.endsWith(`@${domain}`))
}

/**
 * The mailbox a mail to these plain addresses belongs to (R24). The access mailbox takes requests for access only, so
 * they never enter the queue; a mail to both is a request for support, because that one must not be lost. The hotline has
 * no mailbox: mail never pages (R14).
 */
export const mailboxOf = (recipients: readonly string[], values: MailboxAddresses): Mailbox => {
  const { supportAddress, voicemailAddress } = values
  if (recipients.some((address) => isMailbox(address, supportAddress))) return 'support'
  if (voicemailAddress !== null && recipients.some((address) => isMailbox(address, voicemailAddress))) return 'voicemail'
  return recipients.some((address) => isMailbox(address, values.accessAddress)) ? 'access' : 'unknown'
}
