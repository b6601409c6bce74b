import { toInstant } from '../calendar/time'
import type { Instant } from '../calendar/time'
import { rotaSegments } from './rotaSegments'
import type { Shift } from './shift'

/** A stretch, half-open. */
export interface DutyStretch {
  readonly from: Instant
  readonly to: Instant
}

/** The first stretch between `from` and `to` in which an engineer would be primary and second on call at once (R64); null when there is none. */
export const doubleDuty = (shifts: readonly Shift[], engineerId: string, from: Instant, to: Instant): DutyStretch | null => {
  const [primary, second] = (['primary', 'second'] as const).map((rank) =>
    rotaSegments(shifts, from, to, rank).filter(({ shift }) => shift?.engineerId === engineerId),
  )
  for (const a of primary ?? []) {
    for (const b of second ?? []) {
      const both = { from: toInstant(Math.max(a.from, b.from)), to: toInstant(Math.min(a.to, b.to)) }
      if (both.from < both.to) return both
    }
  }
  return null
}
