import { FileDown, MailCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import { ticketOfCommand } from '../../protocol/commands/deskCommands'
import { useOutbox } from '../cache/views/useOutbox'
import { RefusedIntentCard } from '../ticket/RefusedIntentCard'
import { useRefusedActions } from '../ticket/useRefusedActions'
import { Blank } from '../ui/Blank'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { OthersUnsent } from './OthersUnsent'
import { OutboxEntry } from './OutboxEntry'
import styles from './OutboxDialog.module.css'
import { useOutboxActions } from './useOutboxActions'

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
  const { entries, attention, others } = useOutbox()
  const actionsOn = useRefusedActions()
  const waiting = useOutboxActions()
  return (
    <Dialog open onClose={onClose} title="Outbox" description="Changes are kept safe on this desk until the backend has them.">
      <div className={styles.body}>
        {attention.map((intent) => (
          <RefusedIntentCard key={intent.command.args.eventId} intent={intent} actions={actionsOn(intent)} sayAt={(at) => sayMoment(at, zone, now)} />
        ))}
        {entries.length === 0 && attention.length === 0 ? (
          <Blank icon={MailCheck} title={others.length === 0 ? 'Everything is sent' : 'Everything of yours is sent'}>
            {others.length === 0 ? 'Nothing waits on this desk.' : 'What waits here is not yours.'}
          </Blank>
        ) : null}
        <ul className={styles.list}>
          {entries.map((entry) => {
            const ticketId = ticketOfCommand(entry.command)
            const open = (): void => {
              if (ticketId === null) onOpenAccess()
              else onOpenTicket(ticketId)
              onClose()
            }
            const edit = async (): Promise<void> => {
              if (await waiting.edit(entry)) open()
            }
            return (
              <OutboxEntry
                key={entry.mut}
                entry={entry}
                label={ticketId === null ? '' : (ticketLabel(ticketId) ?? '')}
                time={sayMoment(entry.at, zone, now)}
                onOpen={open}
                onTakeBack={() => void waiting.takeBack(entry)}
                onEdit={entry.command.name === 'reply' || entry.command.name === 'addNote' ? () => void edit() : null}
              />
            )
          })}
        </ul>
        <OthersUnsent others={others} />
        {entries.length === 0 && attention.length === 0 ? null : (
          <div className={styles.foot}>
            <Button size="small" icon={FileDown} onClick={() => void waiting.save()}>
              Save as a file
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
