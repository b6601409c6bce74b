import type { ReactNode } from 'react'
import styles from './Initials.module.css'
import { joinClasses } from './joinClasses'

/** A person as two letters; `title` is the full name. `mine` marks yourself. */
export function Initials({ letters, title, mine = false }: { readonly letters: string; readonly title: string; readonly mine?: boolean }): ReactNode {
  return (
    <span className={joinClasses(styles.circle, mine && styles.mine)} title={title} role="img" aria-label={title}>
      {letters}
    </span>
  )
}
