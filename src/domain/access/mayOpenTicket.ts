import type { Instant } from '../calendar/time'
import type { Contact } from '../customer/customer'

/** Whether a request goes straight to the queue. The sentence is for engineers; it tells no customer what we know. */
export type TicketRight = { readonly allowed: true } | { readonly allowed: false; readonly sentence: string }

/**
 * Only authorized personnel on the account may open tickets (R31): the primary contact, authorized ones, and
 * temporary ones until their access ends (R34; the end itself is out). A refused request is held, never dropped.
 */
export const mayOpenTicket = (contact: Contact | null, now: Instant): TicketRight => {
  if (contact === null) return { allowed: false, sentence: 'The requester is not a contact of any account on file (R31).' }
  switch (contact.access) {
    case 'primary':
    case 'authorized':
      return { allowed: true }
    case 'temporary':
      if (contact.accessUntil === null || now < contact.accessUntil) return { allowed: true }
      return { allowed: false, sentence: `The temporary access of ${contact.name} has ended and the primary contact has not confirmed it (R34).` }
    case 'none':
      return { allowed: false, sentence: `${contact.name} is on file but not on the account’s list of authorized personnel (R31).` }
    default:
      return contact.access satisfies never
  }
}
