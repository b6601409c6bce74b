import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Engineer } from '../../domain/access/engineer'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { ContractStatus } from '../../domain/entitlement/contractStatus'
import type { Policy } from '../../domain/policy/policy'
import { useKeys } from '../app/useKeys'
import { useEngineers } from '../cache/views/useEngineers'
import type { OpenedTicket } from '../cache/views/useTicket'
import { useCommands } from '../outbox/useCommands'
import { PageExplanation } from './PageExplanation'
import { reportSaved } from './reportSaved'
import { TicketActions } from './TicketActions'
import { TicketClocks } from './TicketClocks'
import { TicketDialogs } from './TicketDialogs'
import { TicketDock } from './TicketDock'
import { TicketHeader } from './TicketHeader'
import { ticketLabel } from './ticketLabel'
import { TicketNotices } from './TicketNotices'
import { useTicketScreen } from './ticketScreenStore'
import { useMay } from './useMay'
import { VoicemailNotice } from './VoicemailNotice'
import styles from './TicketView.module.css'
import { Timeline } from './Timeline'

interface TicketViewProps {
  readonly found: OpenedTicket
  readonly policy: Policy | null
  readonly me: Engineer | null
  readonly contract: ContractStatus | null
  readonly now: Instant
  readonly zone: ZoneId
}

/** One ticket: what it is, what is promised, what happened, and what one can do. */
export function TicketView({ found, policy, me, contract, now, zone }: TicketViewProps): ReactNode {
  const { ticket, customer, contact, timeline, attachments, page } = found
  const commands = useCommands()
  const engineers = useEngineers()
  const may = useMay()
  const label = ticketLabel(ticket)
  const openDialog = useTicketScreen((state) => state.openDialog)
  const view = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const engineerName = (id: string | null): string => (id === me?.id ? 'you' : (engineers.get(id ?? '')?.name ?? 'somebody'))

  const claim = (): void => void reportSaved('Claim', commands.claim({ ticketId: ticket.id }))
  const acknowledge = (): void => void reportSaved('Acknowledgement', commands.acknowledge({ ticketId: ticket.id }))
  const live = ticket.state === 'open' || ticket.state === 'waiting'
  useKeys({
    claim: live && ticket.assigneeId === null && may('claim') ? claim : undefined,
    acknowledge: live && ticket.acknowledgedAt === null && may('acknowledge') ? acknowledge : undefined,
    logCall: may('logCall') ? () => openDialog('call') : undefined,
    priority: may('setPriority') ? () => openDialog('priority') : undefined,
    state: may('setState') ? () => openDialog('state') : undefined,
    identify: ticket.customerId === null && may('identify') ? () => openDialog('identify') : undefined,
    openTicket: () => view.current?.focus(),
  })

  // One reads a ticket from its beginning; what one adds oneself is shown at once.
  const pendingCount = timeline.filter((event) => event.pending).length
  const shownPending = useRef(pendingCount)
  useLayoutEffect(() => {
    if (pendingCount > shownPending.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
    shownPending.current = pendingCount
  }, [pendingCount])
  useEffect(() => {
    document.title = `${label} ${ticket.brief} · Engineer Console`
    return () => {
      document.title = 'Engineer Console'
    }
  }, [label, ticket.brief])

  return (
    <article ref={view} className={styles.view} aria-label={`Ticket ${ticket.number === 0 ? label : String(ticket.number)}`} data-testid="ticket-view" data-ticket-number={ticket.number} tabIndex={-1}>
      <div ref={scroller} className={styles.scroller}>
        <TicketHeader
          ticket={ticket}
          customerName={customer?.name ?? ticket.requester.name ?? ticket.requester.phone ?? 'Unknown caller'}
          contract={contract}
          now={now}
          zone={zone}
          engineerName={engineerName}
        />
        <div className={styles.top}>
          {policy === null ? null : <TicketClocks ticket={ticket} policy={policy} now={now} zone={zone} />}
          <VoicemailNotice ticket={ticket} attachments={attachments} now={now} />
          <TicketActions ticket={ticket} me={me?.id ?? null} onClaim={claim} onAcknowledge={acknowledge} />
          <TicketNotices ticket={ticket} sayAt={(at) => sayMoment(at, zone, now)} />
          <PageExplanation page={page} now={now} zone={zone} engineerName={engineerName} />
        </div>
        <Timeline events={timeline} attachments={attachments} now={now} zone={zone} customerZone={ticket.zone} />
      </div>
      <TicketDock ticket={ticket} contact={contact} />
      <TicketDialogs ticket={ticket} zone={zone} />
    </article>
  )
}
