import { sayMoment } from '../calendar/sayTime'
import type { Instant, ZoneId } from '../calendar/time'
import type { Contact, PortalSignInFacts } from '../customer/customer'
import { customerStanding } from './customerStanding'

/** What the console shows to an engineer whom a customer asks for help with signing in (R35). */
export interface PasswordHelp {
  readonly state: 'passwordSet' | 'neverSet' | 'linkSent' | 'noAccess'
  readonly maySendLink: boolean
  readonly sentence: string
}

/**
 * The state of a contact's sign-in at `now` and whether a link for a new password may be sent (R35). The link goes to
 * the address on file and nowhere else, and only to who may sign in at all (R31, R34). Times are said in `zone`.
 */
export const passwordHelp = (
  contact: Pick<Contact, 'access' | 'accessUntil' | 'email'>,
  facts: PortalSignInFacts,
  now: Instant,
  zone: ZoneId,
): PasswordHelp => {
  const standing = customerStanding(contact, now)
  if (standing === 'suspended') return { state: 'noAccess', maySendLink: false, sentence: 'The temporary access has ended, so a new password would not help. The primary contact can confirm it.' }
  if (standing === 'none') return { state: 'noAccess', maySendLink: false, sentence: 'Not on the list of authorized personnel, so a new password would not help. The primary contact can have the person added.' }
  const { passwordSetAt, linkSentAt, linkUntil } = facts
  if (linkSentAt !== null && linkUntil !== null && now < linkUntil) {
    return { state: 'linkSent', maySendLink: true, sentence: `A link was mailed to ${contact.email} ${sayMoment(linkSentAt, zone, now)}; it works until ${sayMoment(linkUntil, zone, now)}. A new one replaces it.` }
  }
  return passwordSetAt === null
    ? { state: 'neverSet', maySendLink: true, sentence: `Never signed in: no password was chosen yet. A link can be mailed to ${contact.email}.` }
    : { state: 'passwordSet', maySendLink: true, sentence: `The password was last changed ${sayMoment(passwordSetAt, zone, now)}. A link for a new one can be mailed to ${contact.email}.` }
}
