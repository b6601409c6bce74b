import { addRealMinutes } from '../calendar/time'
import { isOpen } from '../calendar/openTimes'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { ClockedTicket } from '../clocks/assignmentClock'
import { callbackPromise } from '../clocks/callbackClock'
import type { Policy } from '../policy/policy'
import { isInQueue } from '../queue/isInQueue'
import type { Ticket } from '../ticket/ticket'
import { decidePage } from './decidePage'
import type { PageDecision } from './page'
import type { PageFacts } from './pageFacts'

/** A ticket as far as closing time concerns it. */
export type ClosingTicket = ClockedTicket & Pick<Ticket, 'customerId' | 'channel' | 'state'>

/** A ticket at the closing time of its customer's zone, `now`. */
export interface ClosingFacts extends Pick<PageFacts, 'now' | 'contracts' | 'standby' | 'shifts' | 'engineers'> {
  readonly ticket: ClosingTicket
  readonly policy: Policy
}

/** Handed to the engineer on call, left until the desk opens with its clock paused, or nothing to do and why. */
export type ClosingOutcome =
  | { readonly kind: 'handedOver' | 'pauses'; readonly decision: PageDecision }
  | { readonly kind: 'unaffected'; readonly sentence: string }

const unaffected = (sentence: string): ClosingOutcome => ({ kind: 'unaffected', sentence })

/**
 * What closing time does to a ticket (R65): open, Urgent by portal or hotline, covered around the clock and without a
 * callback, it is a page; another one without a callback waits for the next opening with its clock paused. A page whose
 * own callback time (R64, real minutes) has not passed is not repeated (P30).
 */
export const decideAtClosing = ({ ticket, now, policy, ...others }: ClosingFacts): ClosingOutcome => {
  const { zone, channel, customerPriority, engineerPriority, environment, customerId } = ticket
  if (!isInQueue(ticket)) return unaffected('The ticket is finished, so closing time changes nothing.')
  if (isOpen(serviceCalendar(policy, zone), now)) return unaffected('The desk is still open for this customer.')
  const { stoppedAt, unit, from } = callbackPromise(ticket, policy)
  if (stoppedAt !== null) return unaffected('The customer has had the callback, so closing time changes nothing.')
  if (unit === 'real' && now <= addRealMinutes(from, policy.values.pageCallbackMinutes)) return unaffected('The ticket’s page is under way and goes on.')
  const decision = decidePage({
    ...others,
    occasion: 'closing',
    now,
    channel,
    customerPriority,
    engineerPriority,
    environment,
    zone,
    policy,
    customerId,
    byHand: null,
  })
  return { kind: decision.page ? 'handedOver' : 'pauses', decision }
}
