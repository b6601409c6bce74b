import { deskStaffed } from '../afterHours/deskStaffed'
import type { Instant } from '../calendar/time'
import type { Policy } from '../policy/policy'

/** What a customer is told of a page: the heading before it goes out and after, what happens, and the same while it is so and once it is over. */
export interface PagedWords {
  readonly ahead: string
  readonly heading: string
  readonly explanation: string
  readonly open: string
  readonly over: string
}

/**
 * Whom a page that went out at `pagedAt` reaches first, in words for the customer (R30): the engineer on call, or for a
 * while the desk, as long as it is staffed for other time zones (R80). Says nothing of the rota and its gaps.
 */
export const pagedWords = (pagedAt: Instant, policy: Policy): PagedWords => {
  const { staffedFirstMinutes } = policy.values
  return staffedFirstMinutes > 0 && deskStaffed(policy, pagedAt)
    ? {
        ahead: 'Our engineers will be alerted at once',
        heading: 'Our engineers are being alerted',
        explanation: `HelpDesk is still open for other time zones and sees your request first. If nobody answers within ${staffedFirstMinutes} minutes, we call the engineer on call.`,
        open: 'Our engineers have been alerted',
        over: 'We alerted our engineers',
      }
    : {
        ahead: 'The on-call engineer will be called at once',
        heading: 'The on-call engineer is being called',
        explanation: 'We go on calling until an engineer answers.',
        open: 'We have woken the engineer on call',
        over: 'We woke the engineer on call',
      }
}
