import type { Instant } from '../../domain/calendar/time'

/** How far the provider's clock and ours may be apart, in milliseconds. */
const mostSkew = 5 * 60_000

/** Whether a signed request was sent about `now`. One without a time is judged by the call's id alone; an unreadable time is none of the provider's. */
export const isTimely = (timestamp: string, now: Instant): boolean => timestamp === '' || Math.abs(Date.parse(timestamp) - now) <= mostSkew
