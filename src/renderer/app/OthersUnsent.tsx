import { UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OutboxView } from '../cache/views/useOutbox'
import styles from './OthersUnsent.module.css'

/** Unsent work of others who use this desk, by name and count: kept for them, and sent by nobody else. */
export function OthersUnsent({ others }: Pick<OutboxView, 'others'>): ReactNode {
  if (others.length === 0) return null
  return (
    <section aria-label="Of others on this desk" className={styles.others}>
      <h3 className={styles.heading}>Of others on this desk</h3>
      <ul>
        {others.map(({ engineerId, engineerName, unsent }) => (
          <li key={engineerId} className={styles.entry}>
            <UserRound aria-hidden="true" size={14} />
            <span className={styles.name}>{engineerName}</span>
            <span className={styles.text}>
              {unsent === 1 ? '1 change' : `${String(unsent)} changes`}, sent when they sign in here
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
