import type { ReactNode } from 'react'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import { answerClock } from '../../domain/clocks/answerClock'
import { assignmentClock } from '../../domain/clocks/assignmentClock'
import { callbackClock } from '../../domain/clocks/callbackClock'
import { followUpClocks } from '../../domain/clocks/followUpClocks'
import type { Policy } from '../../domain/policy/policy'
import type { Ticket } from '../../domain/ticket/ticket'
import { ClockCard } from './ClockCard'
import styles from './TicketClocks.module.css'

interface TicketClocksProps {
  readonly ticket: Ticket
  readonly policy: Policy
  readonly now: Instant
  readonly zone: ZoneId
}

/** All promises of a ticket at `now`, side by side (R57–R67). */
export function TicketClocks({ ticket, policy, now, zone }: TicketClocksProps): ReactNode {
  const clocks = [
    assignmentClock(ticket, policy, now),
    callbackClock(ticket, policy, now),
    answerClock(ticket, policy, now),
    ...followUpClocks(ticket, policy, now),
  ]
  return (
    <section className={styles.clocks} aria-label="Clocks">
      {clocks.map((clock) => (clock === null ? null : <ClockCard key={`${clock.kind}:${clock.due}`} clock={clock} now={now} zone={zone} customerZone={ticket.zone} />))}
    </section>
  )
}
