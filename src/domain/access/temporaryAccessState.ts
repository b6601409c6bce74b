import { sayDay, sayMoment } from '../calendar/sayTime'
import type { Instant, ZoneId } from '../calendar/time'
import type { Contact } from '../customer/customer'

/** Where temporary access stands. `endsSoon`: it ends on this very day by the wall clock. Null `until` = no end is on file. */
export interface TemporaryAccessState {
  readonly kind: 'active' | 'endsSoon' | 'suspended'
  readonly until: Instant | null
  readonly sentence: string
}

/**
 * Where the temporary access of a contact stands at `now` (R34), half-open: at `accessUntil` itself it is suspended.
 * Null when the contact's access is not temporary. Times are said in `zone`.
 */
export const temporaryAccessState = (contact: Pick<Contact, 'access' | 'accessUntil'>, now: Instant, zone: ZoneId): TemporaryAccessState | null => {
  if (contact.access !== 'temporary') return null
  const { accessUntil: until } = contact
  if (until === null) return { kind: 'active', until, sentence: 'Temporary access without an end; the primary contact has not confirmed it.' }
  const when = sayMoment(until, zone, now)
  if (until <= now) return { kind: 'suspended', until, sentence: `Temporary access ended ${when}; suspended until the primary contact confirms it.` }
  const kind = sayDay(until, zone, now) === 'today' ? 'endsSoon' : 'active'
  return { kind, until, sentence: `Temporary access until ${when} unless the primary contact confirms it.` }
}
