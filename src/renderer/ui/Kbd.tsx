import type { ReactNode } from 'react'
import styles from './Kbd.module.css'

/** A key as it is printed on the keyboard. Decoration only: the action is named beside it. */
export function Kbd({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <kbd aria-hidden="true" className={styles.kbd}>
      {children}
    </kbd>
  )
}
