import type { Instant } from '../calendar/time'
import type { Contact } from '../customer/customer'
import type { Actor } from '../ticket/timelineEvent'
import { refuseAccess } from './accessOutcome'
import type { AccessOutcome } from './accessOutcome'
import type { AccessRequest } from './accessRequest'
import { customerMayDo } from './customerMayDo'
import { sayDecided } from './sayDecided'

/** Who denies: the primary contact (any other contact is refused), or an engineer, who gives a reason. */
export type AccessDenier =
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'engineer'; readonly actor: Actor; readonly reason: string }

/**
 * Denies a request, or ends the temporary access it led to, at once: no day of grace (R34, P44). `contact` is the one
 * that got access; null while nobody did. Access that lasts, or that another request gave, is not touched.
 */
export const denyAccess = (request: AccessRequest, contact: Contact | null, denier: AccessDenier, at: Instant): AccessOutcome => {
  const decision = decideBy(request, contact, denier, at)
  if ('ok' in decision) return decision
  if (request.state === 'denied' || request.state === 'confirmed') return refuseAccess('nothingToDo', sayDecided(request))
  const ends = contact !== null && contact.id === request.contactId && contact.access === 'temporary'
  if (request.state !== 'open' && !ends) return refuseAccess('nothingToDo', 'The access it led to is not temporary any more, so there is nothing to deny here.')
  return {
    ok: true,
    request: { ...request, state: 'denied', decision },
    contact: ends ? { ...contact, access: 'none', accessUntil: null } : null,
    warnings: [],
  }
}

const decideBy = (
  request: AccessRequest,
  contact: Contact | null,
  denier: AccessDenier,
  at: Instant,
): NonNullable<AccessRequest['decision']> | Extract<AccessOutcome, { readonly ok: false }> => {
  if (denier.kind === 'engineer') {
    const reason = denier.reason.trim()
    return reason === '' ? refuseAccess('invalid', 'Please say why, so that the person can be told.') : { by: denier.actor, at, reason }
  }
  const about = { customerId: request.customerId, contactId: contact?.id ?? null }
  const may = customerMayDo({ contact: denier.contact, operation: 'confirmTemporaryAccess', about, now: at })
  if (!may.allowed) return refuseAccess(may.code, may.sentence)
  return { by: { kind: 'customer', id: denier.contact.id, name: denier.contact.name }, at, reason: 'Denied by the primary contact.' }
}
