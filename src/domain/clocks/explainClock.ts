import { sayClockTime, sayMoment, saySpan } from '../calendar/sayTime'
import type { TimeSegment } from '../calendar/segmentsBetween'
import { realMinutesBetween } from '../calendar/time'
import type { Instant, ZoneId } from '../calendar/time'
import type { Clock } from './clock'

/** One line of the way to a deadline, in words, with the piece it tells of. */
export interface ClockLine {
  readonly segment: TimeSegment
  readonly text: string
}

const units = { business: 'in service hours', real: 'around the clock' } as const

const saySegment = (segment: TimeSegment, zone: ZoneId, now: Instant): string => {
  const until = `until ${sayMoment(segment.to, zone, now)}`
  switch (segment.kind) {
    case 'counted':
      return `counts ${until} (${saySpan(realMinutesBetween(segment.from, segment.to))})`
    case 'closed':
      return `closed ${until}`
    case 'holiday':
      return `${segment.name}, closed ${until}`
    case 'dst':
      return segment.shiftMinutes > 0
        ? `clocks go forward to ${sayClockTime(segment.to, zone)}: the hour before is skipped`
        : `clocks go back to ${sayClockTime(segment.to, zone)}: the hour comes twice`
    default:
      return segment satisfies never
  }
}

/** Why a clock is due when it is, in words for whoever asks, by the wall clock of `zone`. */
export interface ClockExplanation {
  /** The rule, the minutes and their unit, and the policy they come from. */
  readonly promise: string
  readonly lines: readonly ClockLine[]
}

/**
 * A clock that explains itself (R25–R28, R57–R67): what was promised by which rule, and each piece of the way to the
 * due time. `zone` is the reader's or the customer's, whichever the screen shows beside it.
 */
export const explainClock = (clock: Clock, zone: ZoneId, now: Instant): ClockExplanation => ({
  promise: `${saySpan(clock.allowedMinutes)} ${units[clock.unit]} by ${clock.rule}, ${clock.houseTarget ? 'a house target' : 'the firm’s promise'}, policy version ${clock.policyVersion}`,
  lines: clock.segments.map((segment) => ({ segment, text: saySegment(segment, zone, now) })),
})
