import { Eye, Hand, Undo2, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Ticket } from '../../domain/ticket/ticket'
import { Button } from '../ui/Button'
import styles from './TicketActions.module.css'
import { useTicketScreen } from './ticketScreenStore'

interface TicketActionsProps {
  readonly ticket: Ticket
  readonly me: string | null
  readonly onClaim: () => void
  readonly onAcknowledge: () => void
}

/** What one does first with a ticket: say that one has seen it, and take it. */
export function TicketActions({ ticket, me, onClaim, onAcknowledge }: TicketActionsProps): ReactNode {
  const openDialog = useTicketScreen((state) => state.openDialog)
  const live = ticket.state === 'open' || ticket.state === 'waiting'
  const free = ticket.assigneeId === null
  const canAcknowledge = live && ticket.acknowledgedAt === null
  const mine = me !== null && ticket.assigneeId === me
  if (!(live && free) && !canAcknowledge && !mine && ticket.heldReason === null) return null
  return (
    <div className={styles.actions} role="toolbar" aria-label="Ticket">
      {live && free ? (
        <Button look="primary" icon={UserCheck} hint="c" onClick={onClaim}>
          Claim
        </Button>
      ) : null}
      {canAcknowledge ? (
        <Button icon={Eye} hint="a" onClick={onAcknowledge}>
          Acknowledge
        </Button>
      ) : null}
      {mine ? (
        <Button look="quiet" icon={Undo2} onClick={() => openDialog('release')}>
          Give back
        </Button>
      ) : null}
      {ticket.heldReason === null ? null : (
        <Button look="quiet" icon={Hand} onClick={() => openDialog('releaseHold')}>
          Release hold
        </Button>
      )}
    </div>
  )
}
