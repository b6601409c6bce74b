import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Clock } from '../../domain/clocks/clock'
import { sayClock } from '../../domain/clocks/sayClock'
import { joinClasses } from '../ui/joinClasses'
import { TimeBar } from '../ui/TimeBar'
import { ClockReason } from './ClockReason'
import styles from './ClockCard.module.css'

const names: Readonly<Record<Clock['kind'], string>> = {
  assignment: 'Assignment',
  callback: 'Callback',
  answer: 'Answer to the customer',
  access: 'Access request',
  followUp: 'Follow-up',
}

interface ClockCardProps {
  readonly clock: Clock
  readonly now: Instant
  readonly zone: ZoneId
  readonly customerZone: ZoneId
}

/** One promise with its bar, its words, and when it is due on both clocks on the wall (R25, R57–R67). */
export function ClockCard({ clock, now, zone, customerZone }: ClockCardProps): ReactNode {
  const said = sayClock(clock, zone, now)
  const open = clock.state === 'running' || clock.state === 'paused'
  return (
    <div className={joinClasses(styles.card, styles[said.tone], !open && styles.over)} data-clock={clock.kind} data-state={clock.state}>
      <div className={styles.head}>
        <span className={styles.name}>{names[clock.kind]}</span>
        {clock.houseTarget ? (
          <span className={styles.house} title={`Our own target, not the firm's promise (${clock.rule})`}>
            house target
          </span>
        ) : null}
      </div>
      <TimeBar fraction={said.fraction} tone={said.tone} thickness="thick" />
      <p className={styles.words}>{said.text}</p>
      {open ? <ClockReason clock={clock} now={now} zone={zone} /> : null}
      {open && customerZone !== zone ? <p className={styles.both}>{sayMoment(clock.due, customerZone, now)} for the customer</p> : null}
    </div>
  )
}
