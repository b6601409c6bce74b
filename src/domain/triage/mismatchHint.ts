import type { Priority, Ticket } from '../ticket/ticket'
import { effectivePriority } from './effectivePriority'
import { priorityDefinitions } from './priorityDefinitions'
import { readsAsDown } from './readsAsDown'
import { readsAsUrgent } from './readsAsUrgent'

/** A proposal that one key carries out; nothing ever changes by itself (R53). */
export interface MismatchHint {
  readonly sentence: string
  readonly suggested: Priority
  readonly productionDown: boolean
}

/**
 * What to suggest when the words and the priority disagree: `down` below Urgent (R53), a mail that reads as urgent, since
 * mail carries no priority (R12, R13), or Urgent on a test server (R46). Null when they agree, when an engineer already
 * reviewed the ticket, or when it is finished.
 */
export const mismatchHint = (
  ticket: Pick<Ticket, 'brief' | 'channel' | 'customerPriority' | 'engineerPriority' | 'productionDown' | 'environment' | 'state'>,
): MismatchHint | null => {
  if (ticket.engineerPriority !== null || ticket.state === 'resolved' || ticket.state === 'closed') return null
  const chosen = priorityDefinitions[ticket.customerPriority].name
  if (ticket.environment === 'test') {
    return ticket.customerPriority === 'urgent'
      ? { sentence: 'Marked Urgent, but it is a test server: a test server is never Urgent. Treated as High.', suggested: 'high', productionDown: false }
      : null
  }
  if (effectivePriority(ticket) === 'urgent') return null
  if (readsAsDown(ticket.brief)) {
    return {
      sentence: `The brief description says “down”, but the priority is ${chosen}. Raise to Urgent, production down?`,
      suggested: 'urgent',
      productionDown: true,
    }
  }
  return ticket.channel === 'email' && readsAsUrgent(ticket.brief)
    ? { sentence: `This mail reads as urgent, and mail carries no priority: it is ${chosen}. Raise to Urgent?`, suggested: 'urgent', productionDown: false }
    : null
}
