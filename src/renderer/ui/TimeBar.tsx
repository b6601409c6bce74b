import type { ReactNode } from 'react'
import { joinClasses } from './joinClasses'
import styles from './TimeBar.module.css'

export type TimeTone = 'calm' | 'soon' | 'late' | 'done' | 'paused'

interface TimeBarProps {
  /** The used part of the time, 0 to 1. */
  readonly fraction: number
  readonly tone: TimeTone
  readonly thickness?: 'thin' | 'thick'
}

/** A span of time that fills up. Decoration: the words stand beside it. */
export function TimeBar({ fraction, tone, thickness = 'thin' }: TimeBarProps): ReactNode {
  const used = Math.min(1, Math.max(0, fraction))
  return (
    <span aria-hidden="true" className={joinClasses(styles.track, styles[tone], styles[thickness])}>
      <span className={styles.fill} style={{ width: `${String(Math.round(used * 1000) / 10)}%` }} />
    </span>
  )
}
