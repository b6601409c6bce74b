import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import styles from './IconButton.module.css'
import { joinClasses } from './joinClasses'
import { Tooltip } from './Tooltip'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly icon: LucideIcon
  /** What it does, read out and shown on hover. */
  readonly label: string
  readonly hint?: string | undefined
}

/** A button that is only a picture; its name is in the tooltip and for screen readers. */
export function IconButton({ icon: Icon, label, hint, className, ...rest }: IconButtonProps): ReactNode {
  return (
    <Tooltip words={label} hint={hint}>
      <button type="button" aria-label={label} {...rest} className={joinClasses(styles.button, className)}>
        <Icon aria-hidden="true" size={15} strokeWidth={1.9} />
      </button>
    </Tooltip>
  )
}
