import { BellOff, BellRing, Check, ChevronRight, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Page } from '../../domain/afterHours/page'
import { joinClasses } from '../ui/joinClasses'
import styles from './PageExplanation.module.css'

interface PageExplanationProps {
  readonly page: Page | null
  readonly now: Instant
  readonly zone: ZoneId
  readonly engineerName: (id: string | null) => string
}

/** Why the on-call engineer was paged: the answer in one line, the gates behind it on demand (R68–R81). Why nobody was is in the timeline. */
export function PageExplanation({ page, now, zone, engineerName }: PageExplanationProps): ReactNode {
  if (page === null) return null
  const Icon = page.decision.page ? BellRing : BellOff
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <Icon aria-hidden="true" size={13} className={page.decision.page ? styles.paged : undefined} />
        <span className={styles.sentence}>{page.decision.sentence}</span>
        <span className={styles.why}>Why</span>
        <ChevronRight aria-hidden="true" size={13} className={styles.chevron} />
      </summary>
      <ul className={styles.gates}>
        {page.decision.gates.map((gate) => (
          <li key={gate.gate} className={joinClasses(styles.gate, gate.pass ? styles.pass : styles.stop)}>
            {gate.pass ? <Check aria-hidden="true" size={13} /> : <X aria-hidden="true" size={13} />}
            <span className={styles.gateName}>{gate.gate}</span>
            <span>
              {gate.sentence} <span className={styles.rule}>{gate.rule}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.foot}>
        Decided {sayMoment(page.decision.decidedAt, zone, now)} by policy {page.decision.policyVersion}.{' '}
        {page.acknowledgedAt === null
          ? 'Nobody has acknowledged the page yet.'
          : `Acknowledged ${sayMoment(page.acknowledgedAt, zone, now)} by ${engineerName(page.acknowledgedBy)}.`}
        {page.decision.contractUnverified ? ' Contract unverified: the caller matched no 24×7 account (R23).' : ''}
      </p>
    </details>
  )
}
