import { Inbox, MessageSquareReply, Trash2 } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { HeldMail, ReleaseHeldMail } from '../../protocol/intake/heldMail'
import { Button } from '../ui/Button'
import styles from './HeldMailCard.module.css'

interface HeldMailCardProps {
  readonly mail: HeldMail
  readonly now: Instant
  readonly zone: ZoneId
  readonly mayRelease: boolean
  readonly mayDiscard: boolean
  readonly busy: boolean
  readonly onRelease: (as: ReleaseHeldMail['as']) => void
  readonly onDiscard: () => void
}

/** One held mail: who, why and how it begins, as plain text, and what can be done with it. */
export function HeldMailCard({ mail, now, zone, mayRelease, mayDiscard, busy, onRelease, onDiscard }: HeldMailCardProps): ReactNode {
  const { answers, from, subject, reason, preview, receivedAt } = mail
  const titleId = useId()
  return (
    <article className={styles.card} aria-labelledby={titleId} aria-busy={busy}>
      <header className={styles.header}>
        <h2 id={titleId} className={styles.subject}>
          {subject === '' ? 'No subject' : subject}
        </h2>
        <span className={styles.time}>{sayMoment(receivedAt, zone, now)}</span>
      </header>
      <p className={styles.from}>
        Says it is from <span className={styles.address}>{from === '' ? 'nobody' : from}</span>
      </p>
      <p className={styles.reason}>It is held because {reason}.</p>
      {preview === '' ? <p className={styles.unread}>Nothing of its text could be read.</p> : <pre className={styles.preview}>{preview}</pre>}
      {mayRelease || mayDiscard ? (
        <div className={styles.buttons}>
          {mayRelease && answers !== null ? (
            <Button size="small" icon={MessageSquareReply} disabled={busy} onClick={() => onRelease('answer')}>
              Add to #{answers.number}
            </Button>
          ) : null}
          {mayRelease ? (
            <Button size="small" icon={Inbox} disabled={busy} onClick={() => onRelease('ticket')}>
              Release as a ticket
            </Button>
          ) : null}
          {mayDiscard ? (
            <Button size="small" look="quiet" icon={Trash2} disabled={busy} onClick={onDiscard}>
              Discard…
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  )
}
