import type { Instant } from '../calendar/time'
import type { Contact } from '../customer/customer'
import type { AccessRequest } from './accessRequest'

/**
 * A request whose temporary access ended unconfirmed, marked so (R34); the same object while there is nothing to mark.
 * The access itself ends by `accessUntil`, whether or not anybody runs this.
 */
export const expireAccess = (request: AccessRequest, contact: Contact | null, now: Instant): AccessRequest => {
  const ended = contact !== null && contact.id === request.contactId && contact.access === 'temporary' && contact.accessUntil !== null && contact.accessUntil <= now
  return request.state === 'granted' && request.kind === 'temporary' && ended ? { ...request, state: 'expired' } : request
}
