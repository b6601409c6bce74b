import { ArrowUpCircle, Hand } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Instant } from '../../domain/calendar/time'
import type { Ticket } from '../../domain/ticket/ticket'
import { mismatchHint } from '../../domain/triage/mismatchHint'
import { useCommands } from '../outbox/useCommands'
import { Banner } from '../ui/Banner'
import { Button } from '../ui/Button'
import { priorityNames } from './priorityNames'
import { RefusedIntents } from './RefusedIntents'
import { reportSaved } from './reportSaved'
import { useTicketScreen } from './ticketScreenStore'
import { useMay } from './useMay'

/** What one must know before working on a ticket: it is held, its words do not fit its priority, something was refused. */
export function TicketNotices({ ticket, sayAt }: { readonly ticket: Ticket; readonly sayAt: (at: Instant) => string }): ReactNode {
  const commands = useCommands()
  const openDialog = useTicketScreen((state) => state.openDialog)
  const may = useMay()
  const hint = mismatchHint(ticket)
  const raise = (): void => {
    if (hint === null) return
    const { suggested, productionDown, sentence } = hint
    void reportSaved('Priority', commands.setPriority({ ticketId: ticket.id, priority: suggested, productionDown, reason: sentence }))
  }
  return (
    <>
      <RefusedIntents ticketId={ticket.id} sayAt={sayAt} />
      {ticket.heldReason === null ? null : (
        <Banner
          tone="soon"
          icon={Hand}
          title="Held: the requester is not authorized"
          actions={
            may('releaseHold') ? (
              <Button size="small" onClick={() => openDialog('releaseHold')}>
                Release hold
              </Button>
            ) : undefined
          }
        >
          {ticket.requester.name ?? ticket.requester.email ?? 'The sender'} is not among the people who may ask for this customer.
        </Banner>
      )}
      {hint === null || !may('setPriority') ? null : (
        <Banner
          tone="accent"
          icon={ArrowUpCircle}
          title={hint.sentence}
          actions={
            <Button size="small" look="primary" onClick={raise}>
              Raise to {priorityNames[hint.suggested]}
            </Button>
          }
        />
      )}
    </>
  )
}
