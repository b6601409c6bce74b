import type { Instant } from '../calendar/time'
import type { Contact, ContactAccess } from '../customer/customer'

/** A customer's standing at a moment: their access, `suspended` once temporary access has ended (R34), `stranger` when we know no such person. */
export const customerStandings = ['primary', 'authorized', 'temporary', 'suspended', 'none', 'stranger'] as const
export type CustomerStanding = (typeof customerStandings)[number]

/** What the people at a customer are called (R8). */
export const customerStandingNames: Readonly<Record<CustomerStanding, string>> = {
  primary: 'Primary RightFax contact',
  authorized: 'Authorized personnel (RightFax administrator)',
  temporary: 'Temporary access',
  suspended: 'Temporary access, ended',
  none: 'End user, not authorized',
  stranger: 'Not on file',
} satisfies Readonly<Record<ContactAccess | 'suspended' | 'stranger', string>>

/** The standing of a contact at `now`; temporary access ends at `accessUntil`, the instant itself is out (R34). */
export const customerStanding = (contact: Pick<Contact, 'access' | 'accessUntil'> | null, now: Instant): CustomerStanding => {
  if (contact === null) return 'stranger'
  const ended = contact.access === 'temporary' && contact.accessUntil !== null && contact.accessUntil <= now
  return ended ? 'suspended' : contact.access
}
