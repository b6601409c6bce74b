import { saySpan, sayClockTime, sayDay, sayMoment } from '../calendar/sayTime'
import type { Instant, ZoneId } from '../calendar/time'
import type { Clock } from './clock'

const labels = { assignment: 'assign', callback: 'callback', answer: 'answer', access: 'access', followUp: 'follow-up' } as const satisfies Record<Clock['kind'], string>

/** A clock in words and as a bar. `fraction` is the used part of the allowed minutes, 0 to 1. */
export interface SaidClock {
  readonly label: (typeof labels)[Clock['kind']]
  readonly text: string
  readonly tone: 'calm' | 'soon' | 'late' | 'done' | 'paused'
  readonly fraction: number
}

/** From this used part on a running clock asks for attention. */
const soonFrom = 2 / 3

const shortSpan = (minutes: number): string => (Math.abs(minutes) < 1 ? 'less than 1 min' : saySpan(minutes))

const sayWhen = (at: Instant, zone: ZoneId, now: Instant): string =>
  sayDay(at, zone, now) === 'today' ? sayClockTime(at, zone) : sayMoment(at, zone, now)

const saysPaused = (clock: Clock, zone: ZoneId, now: Instant): string => {
  const opens = clock.segments.find((segment) => segment.kind === 'counted' && segment.from > now)
  return opens === undefined ? 'paused until the desk opens' : `paused until ${sayWhen(opens.from, zone, now)}`
}

/** A clock for people whose wall clock is in `zone`: words that stand alone, a tone, and the used part. */
export const sayClock = (clock: Clock, zone: ZoneId, now: Instant): SaidClock => {
  const label = labels[clock.kind]
  const used = clock.allowedMinutes - clock.remainingMinutes
  const fraction = clock.breached ? 1 : clock.allowedMinutes === 0 ? 0 : Math.min(1, Math.max(0, used / clock.allowedMinutes))
  if (clock.state === 'met') return { label, text: `${label} met in ${shortSpan(used)}`, tone: 'done', fraction }
  if (clock.state === 'missed') return { label, text: `${label} missed by ${shortSpan(clock.remainingMinutes)}`, tone: 'late', fraction }
  if (clock.breached) {
    const text =
      clock.state === 'paused' ? `${label} overdue since ${sayWhen(clock.due, zone, now)}` : `${label} overdue by ${shortSpan(clock.remainingMinutes)}`
    return { label, text, tone: 'late', fraction }
  }
  const due = `${label} due ${sayWhen(clock.due, zone, now)}`
  if (clock.state === 'paused') return { label, text: `${due}, ${saysPaused(clock, zone, now)}`, tone: 'paused', fraction }
  return { label, text: `${due}, ${shortSpan(clock.remainingMinutes)} left`, tone: fraction >= soonFrom ? 'soon' : 'calm', fraction }
}
