import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Blank.module.css'

interface BlankProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** What is shown where nothing is: why it is empty and what one can do. */
export function Blank({ icon: Icon, title, children, actions }: BlankProps): ReactNode {
  return (
    <div className={styles.blank}>
      <Icon aria-hidden="true" size={22} strokeWidth={1.6} className={styles.icon} />
      <p className={styles.title}>{title}</p>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
