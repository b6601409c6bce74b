import type { Instant } from '../calendar/time'
import type { Priority, Ticket } from '../ticket/ticket'
import { effectivePriority } from './effectivePriority'

/** The priority of a ticket at a moment, both values kept apart (R49). */
export interface PriorityThen {
  readonly customerPriority: Priority
  /** Null while no engineer had reviewed it, or after the customer raised it to Urgent (R70). */
  readonly engineerPriority: Priority | null
  readonly productionDown: boolean
  /** What the queue went by. */
  readonly effective: Priority
}

/**
 * The priority as it was at `at` (UTC), from the facts of that moment and before; null before receipt. The server counts
 * as production or test as it is known now (R46).
 */
export const priorityAt = (ticket: Pick<Ticket, 'facts' | 'environment'>, at: Instant): PriorityThen | null => {
  let customer: Priority | null = null
  let engineer: Priority | null = null
  let productionDown = false
  for (const fact of ticket.facts) {
    if (fact.kind !== 'priority' || fact.at > at) continue
    productionDown = fact.productionDown
    if (fact.by === 'engineer') engineer = fact.priority
    else {
      customer = fact.priority
      if (fact.priority === 'urgent') engineer = null
    }
  }
  if (customer === null) return null
  const values = { customerPriority: customer, engineerPriority: engineer, productionDown }
  return { ...values, effective: effectivePriority({ ...values, environment: ticket.environment }) }
}
