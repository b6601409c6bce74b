import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'
import { joinClasses } from './joinClasses'
import { Kbd } from './Kbd'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'note' | 'danger'
  readonly size?: 'small' | 'medium'
  readonly icon?: LucideIcon | undefined
  /** The key that does the same, shown at the end. */
  readonly hint?: string | undefined
  readonly children: ReactNode
}

/** A button with a name one can read; `primary` at most once in a group. */
export function Button({ look = 'plain', size = 'medium', icon: Icon, hint, children, className, ...rest }: ButtonProps): ReactNode {
  return (
    <button type="button" {...rest} className={joinClasses(styles.button, styles[look], styles[size], className)}>
      {Icon === undefined ? null : <Icon aria-hidden="true" size={size === 'small' ? 13 : 15} strokeWidth={2} />}
      <span className={styles.label}>{children}</span>
      {hint === undefined ? null : <Kbd>{hint}</Kbd>}
    </button>
  )
}
