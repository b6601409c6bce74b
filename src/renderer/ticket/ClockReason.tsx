import type { ReactNode } from 'react'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Clock } from '../../domain/clocks/clock'
import { explainClock } from '../../domain/clocks/explainClock'
import styles from './ClockReason.module.css'

interface ClockReasonProps {
  readonly clock: Clock
  readonly now: Instant
  readonly zone: ZoneId
}

/** Why a promise is due when it is: the rule, and each piece of the way there, opened by whoever asks (R25–R28, R57–R67). */
export function ClockReason({ clock, now, zone }: ClockReasonProps): ReactNode {
  return (
    <details className={styles.reason}>
      <summary>Why then?</summary>
      <Explanation clock={clock} now={now} zone={zone} />
    </details>
  )
}

function Explanation({ clock, now, zone }: ClockReasonProps): ReactNode {
  const { promise, lines } = explainClock(clock, zone, now)
  return (
    <>
      <p className={styles.promise}>{promise}</p>
      <ol className={styles.way}>
        {lines.map(({ segment, text }) => (
          <li key={`${segment.kind}:${segment.from}`} className={styles[segment.kind]}>
            {text}
          </li>
        ))}
      </ol>
    </>
  )
}
