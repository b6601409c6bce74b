import type { Instant } from '../calendar/time'
import type { Contact } from '../customer/customer'
import { customerStanding } from './customerStanding'
import type { CustomerStanding } from './customerStanding'

/** How far a customer's right reaches: their whole account, what they asked for themselves, or not at all. */
export type CustomerRight = 'account' | 'own' | 'no'

type RightsOfStandings = Readonly<Record<CustomerStanding, CustomerRight>>

const row = (
  primary: CustomerRight,
  authorized: CustomerRight,
  temporary: CustomerRight,
  suspended: CustomerRight,
  none: CustomerRight,
  stranger: CustomerRight,
): RightsOfStandings => ({ primary, authorized, temporary, suspended, none, stranger })

/** What a customer can do in the portal, and who may (R31–R34, R70). What is not in it, nobody may. */
export const customerOperations = {
  // Columns: primary, authorized, temporary, suspended, none, stranger.
  signIn: row('account', 'account', 'own', 'no', 'no', 'no'),
  openTicket: row('account', 'account', 'own', 'no', 'no', 'no'),
  readOwn: row('own', 'own', 'own', 'no', 'no', 'no'),
  readAccount: row('account', 'account', 'no', 'no', 'no', 'no'),
  reply: row('account', 'account', 'own', 'no', 'no', 'no'),
  addFiles: row('account', 'account', 'own', 'no', 'no', 'no'),
  raiseToUrgent: row('account', 'account', 'own', 'no', 'no', 'no'),
  requestAccess: row('account', 'account', 'account', 'account', 'account', 'account'),
  readPeople: row('account', 'account', 'no', 'no', 'no', 'no'),
  managePeople: row('account', 'no', 'no', 'no', 'no', 'no'),
  confirmTemporaryAccess: row('account', 'no', 'no', 'no', 'no', 'no'),
} as const satisfies Readonly<Record<string, RightsOfStandings>>

/** The name of something a customer may be allowed to do. */
export type CustomerOperation = keyof typeof customerOperations

/** What a customer wishes to do. `about` is the request or the person it is done to; null when no such one was found. */
export interface CustomerWish {
  readonly contact: Contact | null
  readonly operation: CustomerOperation
  readonly about: { readonly customerId: string | null; readonly contactId: string | null } | null
  readonly now: Instant
}

/** Whether it goes on, and if not, in words for the customer. */
export type CustomerPermission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: 'notAllowed' | 'notFound'; readonly sentence: string }

/** The one answer for what does not exist and for what is somebody else's, so that neither can be told apart (P43). */
export const nothingFound: CustomerPermission = {
  allowed: false,
  code: 'notFound',
  sentence: 'This does not exist, or it is not one of yours.',
}

/** Why somebody of this standing may not, and whom to turn to. */
const refusals: Readonly<Record<CustomerStanding, string>> = {
  primary: 'This cannot be done in the portal.',
  authorized: 'Only the primary RightFax contact of your company can do this.',
  temporary: 'Your access is temporary, so it covers your own requests only. The primary RightFax contact of your company can confirm it.',
  suspended: 'Your temporary access has ended. The primary RightFax contact of your company can confirm it, or you can ask us for access again.',
  none: 'You are not on your company’s list of authorized personnel. Please ask the primary RightFax contact of your company to add you, or ask us for temporary access.',
  stranger: 'Please sign in first. If you have no access, please ask the primary RightFax contact of your company to add you, or ask us for temporary access.',
}

/** Operations that are done to a request or a person that has to be there. */
const aboutSomething: ReadonlySet<CustomerOperation> = new Set(['readOwn', 'reply', 'addFiles', 'raiseToUrgent', 'managePeople', 'confirmTemporaryAccess'])

const rightOf = (operation: CustomerOperation, standing: CustomerStanding): CustomerRight => {
  if (!Object.hasOwn(customerOperations, operation)) return 'no'
  const rights: RightsOfStandings = customerOperations[operation]
  return rights[standing]
}

/**
 * Whether a customer may do something at `now` (R31–R34, R70, P42–P44). Another account's request, a colleague's
 * request where only one's own are allowed, and one that does not exist get the same answer. The standing is looked at
 * first: a refusal for want of access says nothing about what is asked for.
 */
export const customerMayDo = ({ contact, operation, about, now }: CustomerWish): CustomerPermission => {
  const standing = customerStanding(contact, now)
  const right = rightOf(operation, standing)
  if (right === 'no') return { allowed: false, code: 'notAllowed', sentence: refusals[standing] }
  if (operation === 'requestAccess') return { allowed: true }
  if (about === null) return aboutSomething.has(operation) ? nothingFound : { allowed: true }
  if (contact === null || about.customerId !== contact.customerId) return nothingFound
  return right === 'account' || about.contactId === contact.id ? { allowed: true } : nothingFound
}
