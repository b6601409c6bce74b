import type { Instant } from '../calendar/time'
import type { Contact } from '../customer/customer'
import { refuseAccess } from './accessOutcome'
import type { AccessOutcome } from './accessOutcome'
import type { AccessRequest } from './accessRequest'
import { customerMayDo } from './customerMayDo'

/** Who got temporary access, and who now answers for it. */
export interface ConfirmFacts {
  readonly contact: Contact
  readonly confirmer: Contact
}

/**
 * The primary contact's yes makes temporary access lasting (R34, P44): the person becomes authorized, also when the
 * access had ended meanwhile. Nobody else can say it; what has been denied or withdrawn stays so.
 */
export const confirmAccess = (request: AccessRequest, { contact, confirmer }: ConfirmFacts, at: Instant): AccessOutcome => {
  const about = { customerId: contact.customerId, contactId: contact.id }
  const may = customerMayDo({ contact: confirmer, operation: 'confirmTemporaryAccess', about, now: at })
  if (!may.allowed) return refuseAccess(may.code, may.sentence)
  const waiting = request.kind === 'temporary' && (request.state === 'granted' || request.state === 'expired')
  if (!waiting || request.contactId !== contact.id || contact.access !== 'temporary') {
    return refuseAccess('nothingToDo', `No confirmation is waited for: the access of ${contact.name} has been decided already.`)
  }
  const by = { kind: 'customer', id: confirmer.id, name: confirmer.name } as const
  return {
    ok: true,
    request: { ...request, state: 'confirmed', decision: { by, at, reason: 'Confirmed by the primary contact.' } },
    contact: { ...contact, access: 'authorized', accessUntil: null },
    warnings: [],
  }
}
