import type { PolicyValues } from '../policy/policy'

/** Where a mail belongs: the support queue, the list of access requests (R24), or nowhere of ours. */
export type Mailbox = 'support' | 'access' | 'unknown'

/** Whether an address is a mailbox's own, or its own with a `+tag`; case does not matter. */
const isMailbox = (address: string, mailbox: string): boolean => {
  const [local = '', domain = ''] = mailbox.trim().toLowerCase().split('@')
  const given = address.trim().toLowerCase()
  return given === `${local}@${domain}` || (given.startsWith(`${local}+`) && given.endsWith(`@${domain}`))
}

/**
 * The mailbox a mail to these plain addresses belongs to (R24). The access mailbox takes requests for access only, so
 * they never enter the queue; a mail to both is a request for support, because that one must not be lost.
 */
export const mailboxOf = (recipients: readonly string[], values: Pick<PolicyValues, 'supportAddress' | 'accessAddress'>): Mailbox => {
  if (recipients.some((address) => isMailbox(address, values.supportAddress))) return 'support'
  return recipients.some((address) => isMailbox(address, values.accessAddress)) ? 'access' : 'unknown'
}
