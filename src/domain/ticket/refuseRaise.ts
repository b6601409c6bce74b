import { isInQueue } from '../queue/isInQueue'
import { mergedInto } from './mergedInto'
import type { Ticket } from './ticket'

/** Why a customer cannot raise a request to Urgent: it carries on in another one, it is finished, or it is Urgent by their own word already. */
export type RaiseRefusal = 'merged' | 'finished' | 'urgentAlready'

/** What stands in the way of a customer's raise to Urgent (R70), or null; a review by an engineer does not. */
export const refuseRaise = (ticket: Pick<Ticket, 'state' | 'facts' | 'customerPriority'>): RaiseRefusal | null => {
  if (mergedInto(ticket) !== null) return 'merged'
  if (!isInQueue(ticket)) return 'finished'
  return ticket.customerPriority === 'urgent' ? 'urgentAlready' : null
}
