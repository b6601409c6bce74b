import type { ReactNode } from 'react'
import type { Priority } from '../../domain/ticket/ticket'
import { joinClasses } from '../ui/joinClasses'
import styles from './PriorityMark.module.css'
import { priorityNames } from './priorityNames'

/** Each priority has its own outline, so that it is told apart without colour. */
const shapes: Readonly<Record<Priority, ReactNode>> = {
  urgent: (
    <>
      <path d="M4.9 1h6.2L15 4.9v6.2L11.1 15H4.9L1 11.1V4.9z" fill="currentColor" />
      <path d="M8 4.2v4.6" stroke="var(--mark-hole)" strokeWidth="1.9" strokeLinecap="round" />
      <circle cx="8" cy="11.6" r="1.1" fill="var(--mark-hole)" />
    </>
  ),
  high: <path d="M8 2 14.9 13.6H1.1z" fill="currentColor" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />,
  medium: <circle cx="8" cy="8" r="4.9" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  low: <path d="M3.2 8h9.6" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />,
}

interface PriorityMarkProps {
  readonly priority: Priority
  /** `shape` alone only where the word stands beside it. */
  readonly show?: 'both' | 'shape'
  readonly size?: number
}

/** A priority told three ways: outline, word, colour (R45). */
export function PriorityMark({ priority, show = 'both', size = 13 }: PriorityMarkProps): ReactNode {
  return (
    <span className={joinClasses(styles.mark, styles[priority])}>
      <svg aria-hidden="true" viewBox="0 0 16 16" width={size} height={size} data-shape={priority}>
        {shapes[priority]}
      </svg>
      {show === 'both' ? <span className={styles.word}>{priorityNames[priority]}</span> : null}
    </span>
  )
}
