import { NotebookPen, PhoneOutgoing, Reply } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Contact } from '../../domain/customer/customer'
import type { Ticket } from '../../domain/ticket/ticket'
import { useCacheStore } from '../cache/cacheStore'
import { useCommands } from '../outbox/useCommands'
import { Button } from '../ui/Button'
import { Composer } from './Composer'
import { draftKey, useDrafts } from './draftStore'
import { replyRecipient } from './replyRecipient'
import { reportSaved } from './reportSaved'
import styles from './TicketDock.module.css'
import { useTicketScreen } from './ticketScreenStore'
import { useMay } from './useMay'

/** The edge one works at: reply, note and call, with the field for the one that is being written. */
export function TicketDock({ ticket, contact }: { readonly ticket: Ticket; readonly contact: Contact | null }): ReactNode {
  // The id is here at once, the engineer's row only after a read: a draft must not begin under another name.
  const engineerId = useCacheStore((state) => state.engineerId)
  const commands = useCommands()
  const may = useMay()
  const { composer, focusCount, write, closeComposer, openDialog } = useTicketScreen()
  const key = draftKey(engineerId ?? 'nobody', ticket.id, composer ?? 'reply')
  const text = useDrafts((state) => state.texts[key] ?? '')
  const keep = useDrafts((state) => state.keep)

  const send = async (): Promise<void> => {
    const args = { ticketId: ticket.id, text: text.trim() }
    const saving = composer === 'note' ? commands.addNote(args) : commands.reply(args)
    if (await reportSaved(composer === 'note' ? 'Internal note' : 'Reply', saving)) {
      keep(key, '')
      closeComposer()
    }
  }

  return (
    <div className={styles.dock}>
      {composer === null ? null : (
        <Composer
          mode={composer}
          text={text}
          recipient={replyRecipient(ticket, contact)}
          focusCount={focusCount}
          onText={(next) => keep(key, next)}
          onSend={() => void send()}
          onLeave={() => {
            closeComposer()
            document.querySelector<HTMLElement>('[data-testid="ticket-view"]')?.focus()
          }}
        />
      )}
      <div className={styles.buttons} role="toolbar" aria-label="Write and call">
        <Button icon={Reply} hint="r" disabled={!may('reply')} aria-pressed={composer === 'reply'} className={styles.reply} onClick={() => write('reply')}>
          Reply
        </Button>
        <Button icon={NotebookPen} hint="n" disabled={!may('addNote')} aria-pressed={composer === 'note'} className={styles.note} onClick={() => write('note')}>
          Note
        </Button>
        <Button icon={PhoneOutgoing} hint="l" disabled={!may('logCall')} onClick={() => openDialog('call')}>
          Log call
        </Button>
      </div>
    </div>
  )
}
