import { DatabaseZap } from 'lucide-react'
import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { CopyCheck } from '../cache/readMeta'
import styles from './SessionLine.module.css'

interface CopyCheckLineProps {
  readonly check: CopyCheck | null
  readonly zone: ZoneId
  readonly now: Instant
}

/** When this desk's copy was last compared with the backend, and what was found so far; nothing before the first time. */
export function CopyCheckLine({ check, zone, now }: CopyCheckLineProps): ReactNode {
  if (check === null) return null
  const { checkedAt, found, foundAt } = check
  return (
    <div className={styles.line}>
      <DatabaseZap aria-hidden="true" size={15} />
      <div>
        <p className={styles.title}>Copy compared with the backend {sayMoment(checkedAt, zone, now)}</p>
        <p className={styles.text}>
          {foundAt === null
            ? 'Nothing has differed so far. It is compared every ten minutes and after each reconnection.'
            : `${String(found)} ${found === 1 ? 'table differed' : 'tables differed'} so far and ${found === 1 ? 'was' : 'were'} read again, last ${sayMoment(foundAt, zone, now)}.`}
        </p>
      </div>
    </div>
  )
}
