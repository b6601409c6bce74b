import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Ticket } from '../../domain/ticket/ticket'
import { effectivePriority } from '../../domain/triage/effectivePriority'
import { PriorityMark } from '../ticket/PriorityMark'
import { stateNames } from '../ticket/stateNames'
import styles from './RecentTickets.module.css'

interface RecentTicketsProps {
  readonly tickets: readonly Ticket[]
  readonly current: string
  readonly now: Instant
  readonly zone: ZoneId
  readonly onOpen: (ticketId: string) => void
}

/** The last tickets of the customer, the newest first; a click goes to one. */
export function RecentTickets({ tickets, current, now, zone, onOpen }: RecentTicketsProps): ReactNode {
  const others = tickets.filter((ticket) => ticket.id !== current)
  if (others.length === 0) return <p className={styles.none}>This is their only ticket.</p>
  return (
    <ul>
      {others.map((ticket) => (
        <li key={ticket.id}>
          <button type="button" className={styles.ticket} onClick={() => onOpen(ticket.id)}>
            <span className={styles.line}>
              <PriorityMark priority={effectivePriority(ticket)} show="shape" size={11} />
              <span className="visuallyHidden">{effectivePriority(ticket)}</span>
              <span className={styles.brief}>{ticket.brief}</span>
            </span>
            <span className={styles.facts}>
              #{ticket.number} · {stateNames[ticket.state]} · {sayMoment(ticket.receivedAt, zone, now)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
