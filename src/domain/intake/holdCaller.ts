import { mayOpenTicket } from '../access/mayOpenTicket'
import type { Instant } from '../calendar/time'
import type { Contact } from '../customer/customer'

/**
 * Why a logged call is held, in a sentence, or null (R31): the engineer knows the account, and who called is not among its
 * authorized persons. While the account is unknown nothing is held, as with a voicemail (R16).
 */
export const holdCaller = (customerId: string | null, contact: Contact | null, now: Instant): string | null => {
  if (customerId === null) return null
  const right = mayOpenTicket(contact, now)
  return right.allowed ? null : right.sentence
}
