import type { ReactNode } from 'react'
import styles from './PanelSection.module.css'

interface PanelSectionProps {
  readonly title: string
  readonly count?: number
  /** A hint at the end of the heading, such as the keys that work here. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** One part of the customer file under its heading. */
export function PanelSection({ title, count, aside, children }: PanelSectionProps): ReactNode {
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        {title}
        {count === undefined ? null : <span className={styles.count}>{count}</span>}
        {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
      </h3>
      {children}
    </section>
  )
}
