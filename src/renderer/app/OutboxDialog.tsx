import { CloudUpload, MailCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import { ticketOfCommand } from '../../protocol/commands/deskCommands'
import { useOutbox } from '../cache/views/useOutbox'
import { intentNames } from '../ticket/intentNames'
import { intentText } from '../ticket/intentText'
import { RefusedIntentCard } from '../ticket/RefusedIntentCard'
import { Blank } from '../ui/Blank'
import { Dialog } from '../ui/Dialog'
import { OthersUnsent } from './OthersUnsent'
import styles from './OutboxDialog.module.css'

interface OutboxDialogProps {
  readonly now: Instant
  readonly zone: ZoneId
  /** `#10042` for a ticket on this desk; null when it is not here. */
  readonly ticketLabel: (ticketId: string) => string | null
  readonly onOpenTicket: (ticketId: string) => void
  /** Shows the requests for access, which what waits may be about. */
  readonly onOpenAccess: () => void
  readonly onClose: () => void
}

/** What is kept here and not sent yet, and what was refused, each with its words (P6). */
export function OutboxDialog({ now, zone, ticketLabel, onOpenTicket, onOpenAccess, onClose }: OutboxDialogProps): ReactNode {
  const { entries, attention, others, dismiss } = useOutbox()
  return (
    <Dialog open onClose={onClose} title="Outbox" description="Changes are kept safe on this desk until the backend has them.">
      <div className={styles.body}>
        {attention.map((intent) => (
          <RefusedIntentCard key={intent.command.args.eventId} intent={intent} onDismiss={() => dismiss(intent.command.args.eventId)} />
        ))}
        {entries.length === 0 && attention.length === 0 ? (
          <Blank icon={MailCheck} title={others.length === 0 ? 'Everything is sent' : 'Everything of yours is sent'}>
            {others.length === 0 ? 'Nothing waits on this desk.' : 'What waits here is not yours.'}
          </Blank>
        ) : null}
        <ul className={styles.list}>
          {entries.map((entry) => {
            const ticketId = ticketOfCommand(entry.command)
            const text = intentText(entry.command)
            return (
              <li key={entry.mut}>
                <button
                  type="button"
                  className={styles.entry}
                  onClick={() => {
                    if (ticketId === null) onOpenAccess()
                    else onOpenTicket(ticketId)
                    onClose()
                  }}
                >
                  <CloudUpload aria-hidden="true" size={14} />
                  <span className={styles.words}>
                    <span className={styles.name}>
                      {intentNames[entry.command.name]} {ticketId === null ? '' : (ticketLabel(ticketId) ?? '')}
                    </span>
                    {text === null ? null : <span className={styles.text}>{text}</span>}
                  </span>
                  <span className={styles.time}>{sayMoment(entry.at, zone, now)}</span>
                </button>
              </li>
            )
          })}
        </ul>
        <OthersUnsent others={others} />
      </div>
    </Dialog>
  )
}
