import { sayClockTime, sayMoment, saySpan } from '../calendar/sayTime'
import type { Instant, ZoneId } from '../calendar/time'
import type { Clock, ClockKind } from './clock'

/** A clock in words, and how it should look: `fraction` of the allowed time that is used, 0 to 1. */
export interface SpokenClock {
  readonly label: 'assign' | 'callback' | 'answer'
  readonly text: string
  readonly tone: 'calm' | 'soon' | 'late' | 'done' | 'paused'
  readonly fraction: number
}

const labels: Readonly<Record<ClockKind, SpokenClock['label']>> = { assignment: 'assign', callback: 'callback', answer: 'answer' }
const soonMinutes = 15

const due = (clock: Clock, zone: ZoneId, now: Instant): string => {
  const moment = sayMoment(clock.due, zone, now)
  return moment.startsWith('today ') ? sayClockTime(clock.due, zone) : moment
}

/** Says a clock to an engineer, times in `zone`: `callback due 14:30 CT, 12 min left`. */
export const sayClock = (clock: Clock, zone: ZoneId, now: Instant): SpokenClock => {
  const label = labels[clock.kind]
  const used = 1 - clock.remainingMinutes / clock.allowedMinutes
  const fraction = Math.min(1, Math.max(0, used))
  const left = saySpan(clock.remainingMinutes)
  switch (clock.state) {
    case 'met':
      return { label, tone: 'done', fraction, text: `${label} met with ${left} to spare` }
    case 'missed':
      return { label, tone: 'late', fraction: 1, text: `${label} was ${left} late` }
    case 'paused':
      return clock.breached
        ? { label, tone: 'late', fraction: 1, text: `${label} overdue by ${left}` }
        : { label, tone: 'paused', fraction, text: `${label} due ${due(clock, zone, now)}, paused until opening` }
    case 'running':
      if (clock.breached) return { label, tone: 'late', fraction: 1, text: `${label} overdue by ${left}` }
      return {
        label,
        tone: clock.remainingMinutes <= soonMinutes ? 'soon' : 'calm',
        fraction,
        text: `${label} due ${due(clock, zone, now)}, ${left} left`,
      }
  }
}
