import { ChevronDown, Eye, FlaskConical, PanelRight, Server } from 'lucide-react'
import type { ReactNode } from 'react'
import { saySpan, sayMoment } from '../../domain/calendar/sayTime'
import { realMinutesBetween } from '../../domain/calendar/time'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { ContractStatus } from '../../domain/entitlement/contractStatus'
import type { Ticket } from '../../domain/ticket/ticket'
import { effectivePriority } from '../../domain/triage/effectivePriority'
import { useNavigation } from '../app/navigationStore'
import { Chip } from '../ui/Chip'
import { IconButton } from '../ui/IconButton'
import { ChannelMark } from './ChannelMark'
import { ContractChip } from './ContractChip'
import { PriorityMark } from './PriorityMark'
import { priorityNames } from './priorityNames'
import { prioritySource } from './prioritySource'
import { stateNames } from './stateNames'
import styles from './TicketHeader.module.css'
import { ticketLabel } from './ticketLabel'
import { useTicketScreen } from './ticketScreenStore'
import { useMay } from './useMay'

interface TicketHeaderProps {
  readonly ticket: Ticket
  readonly customerName: string
  readonly contract: ContractStatus | null
  readonly now: Instant
  readonly zone: ZoneId
  /** Name of an engineer by id, `you` for oneself. */
  readonly engineerName: (id: string | null) => string
}

/** What the ticket is: number, brief, priority, state, whose it is. Priority and state are changed where they are shown. */
export function TicketHeader({ ticket, customerName, contract, now, zone, engineerName }: TicketHeaderProps): ReactNode {
  const { customerPanel, toggleCustomerPanel } = useNavigation()
  const openDialog = useTicketScreen((state) => state.openDialog)
  const may = useMay()
  const priority = effectivePriority(ticket)
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <span className={styles.number}>{ticketLabel(ticket)}</span>
        <ChannelMark channel={ticket.channel} />
        <span title={sayMoment(ticket.receivedAt, ticket.zone, now)}>
          received {sayMoment(ticket.receivedAt, zone, now)}, {saySpan(Math.max(0, Math.floor(realMinutesBetween(ticket.receivedAt, now))))} ago
        </span>
        <span className={styles.spring} />
        <IconButton icon={PanelRight} label={customerPanel ? 'Hide the customer file' : 'Show the customer file'} hint="i" aria-pressed={customerPanel} onClick={toggleCustomerPanel} />
      </div>
      <h2 className={styles.brief}>{ticket.brief}</h2>
      <div className={styles.facts}>
        <button type="button" className={styles.pick} disabled={!may('setPriority')} onClick={() => openDialog('priority')} aria-label={`Priority ${priorityNames[priority]}, change it`}>
          <PriorityMark priority={priority} />
          <ChevronDown aria-hidden="true" size={12} />
        </button>
        {ticket.productionDown && priority === 'urgent' ? (
          <Chip tone="urgent" weight="solid">
            PRODUCTION DOWN
          </Chip>
        ) : null}
        <button type="button" className={styles.pick} disabled={!may('setState')} onClick={() => openDialog('state')} aria-label={`State ${stateNames[ticket.state]}, change it`}>
          {stateNames[ticket.state]}
          <ChevronDown aria-hidden="true" size={12} />
        </button>
        {customerPanel ? null : <span className={styles.customer}>{customerName}</span>}
        <ContractChip contract={contract} words="full" />
        {ticket.environment === 'unknown' ? null : (
          <Chip icon={ticket.environment === 'production' ? Server : FlaskConical}>{ticket.environment === 'production' ? 'Production' : 'Test server'}</Chip>
        )}
      </div>
      <p className={styles.reviewed}>
        {priority === ticket.customerPriority && ticket.engineerPriority === null
          ? `${prioritySource(ticket)}; nobody has reviewed it yet.`
          : `${prioritySource(ticket)}; ${ticket.engineerPriority === null ? 'treated' : 'reviewed'} as ${priorityNames[priority]}.`}{' '}
        {ticket.assigneeId === null ? 'Nobody has claimed it.' : `Claimed by ${engineerName(ticket.assigneeId)}.`}
        {ticket.acknowledgedAt === null ? null : (
          <span className={styles.acknowledged}>
            <Eye aria-hidden="true" size={12} /> acknowledged {sayMoment(ticket.acknowledgedAt, zone, now)} by {engineerName(ticket.acknowledgedBy)}
          </span>
        )}
      </p>
    </header>
  )
}
