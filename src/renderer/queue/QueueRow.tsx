import { CircleUser, CloudUpload, Hand, Headphones, Hourglass, Paperclip, UserSearch } from 'lucide-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Policy } from '../../domain/policy/policy'
import type { QueueEntry } from '../cache/views/queueEntry'
import { ChannelMark } from '../ticket/ChannelMark'
import { ClockLine } from '../ticket/ClockLine'
import { ContractChip } from '../ticket/ContractChip'
import { PriorityMark } from '../ticket/PriorityMark'
import { priorityNames } from '../ticket/priorityNames'
import { Chip } from '../ui/Chip'
import { Initials } from '../ui/Initials'
import { joinClasses } from '../ui/joinClasses'
import { describeRow } from './describeRow'
import styles from './QueueRow.module.css'

export interface QueueRowProps {
  readonly entry: QueueEntry
  readonly selected: boolean
  readonly now: Instant
  readonly policy: Policy | null
  readonly zone: ZoneId
  readonly me: string | null
  /** Initials of the assignee; null when unclaimed or unknown. */
  readonly initials: string | null
  readonly onChoose: (ticketId: string) => void
}

function Assignee({ entry, initials, me }: Pick<QueueRowProps, 'entry' | 'initials' | 'me'>): ReactNode {
  if (entry.ticket.assigneeId === null)
    return (
      <span className={styles.unclaimed} title="Nobody has it">
        <CircleUser aria-hidden="true" size={18} strokeWidth={1.4} />
        <span className="visuallyHidden">Unclaimed</span>
      </span>
    )
  return <Initials letters={initials ?? '?'} title={entry.assigneeName ?? 'Somebody'} mine={entry.ticket.assigneeId === me} />
}

function QueueRowView({ entry, selected, now, policy, zone, me, initials, onChoose }: QueueRowProps): ReactNode {
  const { ticket } = entry
  const words = describeRow(entry, { now, policy, zone })
  return (
    // The list holds the focus and moves the selection with the keys (aria-activedescendant); a row only takes the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="option"
      id={`row-${ticket.id}`}
      aria-selected={selected}
      aria-label={words.spoken}
      data-testid="queue-row"
      data-ticket-number={ticket.number}
      data-priority={words.priority}
      className={joinClasses(styles.row, selected && styles.selected, words.priority === 'urgent' && styles.urgentRow)}
      onClick={() => onChoose(ticket.id)}
    >
      <span className={styles.mark}>
        <PriorityMark priority={words.priority} show="shape" size={14} />
      </span>
      <div className={styles.title}>
        {words.down ? (
          <Chip tone="urgent" weight="solid">
            DOWN
          </Chip>
        ) : null}
        {words.unheard === null ? null : (
          <Chip tone="soon" icon={Headphones} title="Nobody has listened to this voicemail yet">
            Not yet heard{words.unheard === 'now' ? '' : `, ${words.unheard}`}
          </Chip>
        )}
        {ticket.number === 0 ? (
          <Chip tone="accent" icon={CloudUpload} title="The call is kept on this desk; the backend gives the number">
            Number follows
          </Chip>
        ) : null}
        <span className={styles.brief}>{ticket.brief}</span>
      </div>
      <span className={styles.age}>{words.age}</span>
      <div className={styles.facts}>
        <span className={joinClasses(styles.word, styles[words.priority])}>{priorityNames[words.priority]}</span>
        <span className={styles.customer}>{words.customer}</span>
        {entry.contract === null ? null : <ContractChip contract={entry.contract} />}
        <ChannelMark channel={ticket.channel} />
      </div>
      <span className={styles.local} title="The customer's time">
        {words.localTime}
      </span>
      <div className={styles.clock}>
        {ticket.heldReason === null ? null : (
          <Chip tone="soon" icon={Hand}>
            Held
          </Chip>
        )}
        {ticket.customerId === null ? (
          <Chip tone="soon" icon={UserSearch}>
            Unidentified
          </Chip>
        ) : null}
        {ticket.state === 'waiting' ? (
          <span className={styles.waiting}>
            <Hourglass aria-hidden="true" size={11} strokeWidth={2.2} /> for customer
          </span>
        ) : null}
        {words.customerSaid === null ? null : <span className={styles.customerSaid}>cust. {priorityNames[words.customerSaid]}</span>}
        {words.clock === null ? null : <ClockLine said={words.clock} quiet={!words.clockOpen} />}
      </div>
      <span className={styles.who}>
        {entry.pending ? (
          <span className={styles.pending} title="Your change is kept here and not sent yet">
            <CloudUpload aria-hidden="true" size={13} /> <span className="visuallyHidden">Not sent yet</span>
          </span>
        ) : null}
        {entry.attachmentCount > 0 ? <Paperclip aria-hidden="true" size={11} /> : null}
        <Assignee entry={entry} initials={initials} me={me} />
      </span>
    </div>
  )
}

/** One ticket of the queue. Re-rendered only when its row, its selection or the minute changes. */
export const QueueRow = memo(QueueRowView)
