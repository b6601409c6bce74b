import { CloudUpload } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Attachment } from '../../domain/ticket/attachment'
import type { TimelineEvent } from '../../domain/ticket/timelineEvent'
import { AttachmentList } from './AttachmentList'
import styles from './Timeline.module.css'
import { TimelineCard } from './TimelineCard'
import { TimelineLine } from './TimelineLine'

type Entry = TimelineEvent & { readonly pending: boolean }

interface TimelineProps {
  readonly events: readonly Entry[]
  readonly attachments: readonly Attachment[]
  readonly now: Instant
  /** The engineer's zone; the customer's is in the tooltip. */
  readonly zone: ZoneId
  readonly customerZone: ZoneId
}

function EntryTime({ event, now, zone, customerZone }: { readonly event: Entry } & Pick<TimelineProps, 'now' | 'zone' | 'customerZone'>): ReactNode {
  if (event.pending)
    return (
      <span className={styles.pending}>
        <CloudUpload aria-hidden="true" size={12} /> kept here, not sent yet
      </span>
    )
  return (
    <time className={styles.time} dateTime={new Date(event.at).toISOString()} title={`${sayMoment(event.at, customerZone, now)} for the customer`}>
      {sayMoment(event.at, zone, now)}
    </time>
  )
}

/** Receipt comes first, also before what the backend decided in the same instant. */
const receiptFirst = (events: readonly Entry[]): Entry[] =>
  events.toSorted((a, b) => Number(b.body.kind === 'received') - Number(a.body.kind === 'received'))

/** What happened, oldest first: the conversation as cards, the rest as lines. */
export function Timeline({ events, attachments, now, zone, customerZone }: TimelineProps): ReactNode {
  return (
    <ol className={styles.timeline} aria-label="Timeline">
      {receiptFirst(events).map((event) => {
        const { body } = event
        const time = <EntryTime event={event} now={now} zone={zone} customerZone={customerZone} />
        const isCard = body.kind === 'received' || body.kind === 'message' || body.kind === 'note' || body.kind === 'call'
        return (
          <li key={event.id} className={styles.entry} data-testid="timeline-event" data-kind={body.kind} data-pending={event.pending}>
            {isCard ? (
              <TimelineCard
                body={body}
                actor={event.actor}
                time={time}
                attachments={<AttachmentList attachments={attachments.filter((file) => file.eventId === event.id)} />}
              />
            ) : (
              <TimelineLine body={body} actor={event.actor} time={time} sayAt={(at) => sayMoment(at, zone, now)} />
            )}
          </li>
        )
      })}
    </ol>
  )
}
