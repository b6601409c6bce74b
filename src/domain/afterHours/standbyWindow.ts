import type { Instant } from '../calendar/time'

/**
 * Paid standby after hours (R81): from `startsAt` to `endsAt`, half-open, the customer may page the engineer the booking
 * names. It exists once the quote was accepted; `quote` is that quote's number.
 */
export interface StandbyWindow {
  readonly id: string
  readonly rev: number
  readonly customerId: string
  readonly engineerId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly quote: string
}

/**
 * The customer's booking that holds at `at` (R81), or null. Without an account or without an accepted quote there is
 * none. Of bookings that overlap the one that began last counts, then the higher id.
 */
export const bookedStandbyWindow = (windows: readonly StandbyWindow[], customerId: string | null, at: Instant): StandbyWindow | null => {
  let booked: StandbyWindow | null = null
  for (const window of windows) {
    const holds = window.customerId === customerId && window.startsAt <= at && at < window.endsAt && window.quote.trim() !== ''
    if (!holds) continue
    const later = booked === null || window.startsAt > booked.startsAt || (window.startsAt === booked.startsAt && window.id > booked.id)
    if (later) booked = window
  }
  return booked
}
