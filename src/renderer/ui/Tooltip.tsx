import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd'
import styles from './Tooltip.module.css'

interface TooltipProps {
  readonly words: ReactNode
  readonly hint?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** The one element it explains; must take a ref and events. */
  readonly children: ReactElement<Record<string, unknown>>
}

/** Words that appear beside an element on hover or focus. Never the only place where something is said. */
export function Tooltip({ words, hint, side = 'top', children }: TooltipProps): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className={styles.positioner}>
          <Base.Popup className={styles.popup}>
            {words}
            {hint === undefined ? null : <Kbd>{hint}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
