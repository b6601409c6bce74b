import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Banner.module.css'
import { joinClasses } from './joinClasses'
import type { Tone } from './tone'

interface BannerProps {
  readonly tone: Tone
  readonly icon: LucideIcon
  readonly title: ReactNode
  readonly children?: ReactNode
  /** Buttons at the end; below the words where there are many of either. */
  readonly actions?: ReactNode
  readonly actionsAt?: 'side' | 'below'
  readonly shape?: 'card' | 'strip'
}

/** Something one must know before working on, with what can be done about it. */
export function Banner({ tone, icon: Icon, title, children, actions, actionsAt = 'side', shape = 'card' }: BannerProps): ReactNode {
  return (
    <div className={joinClasses(styles.banner, styles[tone], styles[shape], actionsAt === 'below' && styles.below)}>
      <Icon aria-hidden="true" size={15} className={styles.icon} />
      <div className={styles.words}>
        <span className={styles.title}>{title}</span>
        {children === undefined ? null : <span className={styles.text}>{children}</span>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
