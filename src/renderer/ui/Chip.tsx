import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Chip.module.css'
import { joinClasses } from './joinClasses'
import type { Tone } from './tone'

interface ChipProps {
  readonly tone?: Tone
  readonly icon?: LucideIcon | undefined
  /** `solid` is for what must not be overlooked. */
  readonly weight?: 'soft' | 'solid' | 'outline'
  readonly title?: string | undefined
  readonly children: ReactNode
}

/** A short fact in a box. Its words carry the meaning; the tone repeats it. */
export function Chip({ tone = 'neutral', icon: Icon, weight = 'soft', title, children }: ChipProps): ReactNode {
  return (
    <span className={joinClasses(styles.chip, styles[tone], styles[weight])} title={title}>
      {Icon === undefined ? null : <Icon aria-hidden="true" size={11} strokeWidth={2.4} />}
      {children}
    </span>
  )
}
