import { Eye, Undo2, UserCheck, UserSearch } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Ticket } from '../../domain/ticket/ticket'
import { Button } from '../ui/Button'
import styles from './TicketActions.module.css'
import { useTicketScreen } from './ticketScreenStore'
import { useMay } from './useMay'

interface TicketActionsProps {
  readonly ticket: Ticket
  readonly me: string | null
  readonly onClaim: () => void
  readonly onAcknowledge: () => void
}

/** What one does first with a ticket: say that one has seen it, and take it. */
export function TicketActions({ ticket, me, onClaim, onAcknowledge }: TicketActionsProps): ReactNode {
  const openDialog = useTicketScreen((state) => state.openDialog)
  const may = useMay()
  const live = ticket.state === 'open' || ticket.state === 'waiting'
  const canAcknowledge = live && ticket.acknowledgedAt === null && may('acknowledge')
  const canClaim = live && ticket.assigneeId === null && may('claim')
  const unmatched = ticket.customerId === null && may('identify')
  const mine = me !== null && ticket.assigneeId === me && may('release')
  if (!canClaim && !canAcknowledge && !mine && !unmatched) return null
  return (
    <div className={styles.actions} role="toolbar" aria-label="Ticket">
      {canClaim ? (
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
        <Button icon={Undo2} onClick={() => openDialog('release')}>
          Give back
        </Button>
      ) : null}
      {unmatched ? (
        <Button icon={UserSearch} hint="m" onClick={() => openDialog('identify')}>
          Match caller
        </Button>
      ) : null}
    </div>
  )
}
