import type { Instant } from '../calendar/time'
import type { Contact } from '../customer/customer'

export type MayOpen = { readonly allowed: true } | { readonly allowed: false; readonly sentence: string }

/** Whether a person may open tickets: primary and authorized contacts, temporary ones until their access ends (R31–R34). */
export const mayOpenTicket = (contact: Contact | null, now: Instant): MayOpen => {
  if (contact === null) return { allowed: false, sentence: 'The sender is not known to us.' }
  if (contact.access === 'primary' || contact.access === 'authorized') return { allowed: true }
  if (contact.access === 'none') return { allowed: false, sentence: `${contact.name} is not on the account's list of authorized personnel.` }
  return contact.accessUntil !== null && now < contact.accessUntil
    ? { allowed: true }
    : { allowed: false, sentence: `The temporary access of ${contact.name} has ended and was not confirmed.` }
}
