import { AlarmClock, Check, CirclePause, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SaidClock } from '../../domain/clocks/sayClock'
import { joinClasses } from '../ui/joinClasses'
import { TimeBar } from '../ui/TimeBar'
import styles from './ClockLine.module.css'

const icons: Readonly<Record<SaidClock['tone'], LucideIcon | null>> = {
  calm: null,
  soon: AlarmClock,
  late: TriangleAlert,
  done: Check,
  paused: CirclePause,
}

interface ClockLineProps {
  readonly said: SaidClock
  /** A promise that is over: told, without asking for attention. */
  readonly quiet?: boolean
}

/** A clock as a bar with words: `callback due 14:30 CT, 12 min left` (R57–R67). */
export function ClockLine({ said, quiet = false }: ClockLineProps): ReactNode {
  const Icon = icons[said.tone]
  return (
    <span className={joinClasses(styles.line, !quiet && styles[said.tone])} data-tone={said.tone}>
      {quiet ? null : (
        <span className={styles.bar}>
          <TimeBar fraction={said.fraction} tone={said.tone} />
        </span>
      )}
      <span className={styles.words}>
        {Icon === null ? null : <Icon aria-hidden="true" size={11} strokeWidth={2.3} />}
        <span className={styles.text}>{said.text}</span>
      </span>
    </span>
  )
}
