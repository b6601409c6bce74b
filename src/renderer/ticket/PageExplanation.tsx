import { BellOff, BellRing, Check, ChevronRight, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Page } from '../../domain/afterHours/page'
import type { TimelineEvent } from '../../domain/ticket/timelineEvent'
import { joinClasses } from '../ui/joinClasses'
import styles from './PageExplanation.module.css'

interface PageExplanationProps {
  readonly page: Page | null
  readonly events: readonly TimelineEvent[]
  readonly now: Instant
  readonly zone: ZoneId
  readonly engineerName: (id: string | null) => string
}

/** Why the on-call engineer was, or was not, paged: the answer in one line, the gates behind it on demand (R68–R81). */
export function PageExplanation({ page, events, now, zone, engineerName }: PageExplanationProps): ReactNode {
  const told = events.findLast((event) => event.body.kind === 'page')
  if (page === null && told?.body.kind !== 'page') return null
  const paged = page?.decision.page ?? (told?.body.kind === 'page' && told.body.paged)
  const sentence = page?.decision.sentence ?? (told?.body.kind === 'page' ? told.body.sentence : '')
  const Icon = paged ? BellRing : BellOff
  const summary = (
    <>
      <Icon aria-hidden="true" size={13} className={paged ? styles.paged : undefined} />
      <span className={styles.sentence}>{sentence}</span>
    </>
  )
  if (page === null) return <p className={styles.plain}>{summary}</p>
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        {summary}
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
