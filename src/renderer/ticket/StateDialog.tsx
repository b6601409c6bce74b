import { useState } from 'react'
import type { ReactNode } from 'react'
import { mayMove } from '../../domain/ticket/stateTransitions'
import { ticketStates } from '../../domain/ticket/ticket'
import type { Ticket, TicketState } from '../../domain/ticket/ticket'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import styles from '../ui/DialogForm.module.css'
import { TextArea } from '../ui/TextArea'
import { stateNames } from './stateNames'

const meanings: Readonly<Record<TicketState, string>> = {
  open: 'We have the next step.',
  waiting: 'The customer has the next step. A callback that is still owed goes on counting.',
  resolved: 'It works again. A message of the customer opens it again.',
  closed: 'Done and confirmed.',
}

interface StateDialogProps {
  readonly ticket: Ticket
  readonly onClose: () => void
  readonly onSave: (state: TicketState, reason: string) => void
}

/** Moves a ticket on, to the states that may follow its own. */
export function StateDialog({ ticket, onClose, onSave }: StateDialogProps): ReactNode {
  const reachable = ticketStates.filter((state) => state !== ticket.state && mayMove(ticket.state, state))
  const [state, setState] = useState<TicketState | null>(reachable[0] ?? null)
  const [reason, setReason] = useState('')
  const save = (): void => {
    if (state !== null) onSave(state, reason.trim())
  }
  return (
    <Dialog open onClose={onClose} title="Change the state" description={`It is ${stateNames[ticket.state].toLowerCase()} now. The customer sees the state.`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          const byKey = reachable[Number(event.key) - 1]
          if (byKey === undefined || event.target instanceof HTMLTextAreaElement) return
          event.preventDefault()
          setState(byKey)
        }}
      >
        <Choice
          label="State"
          value={state}
          onChange={setState}
          options={reachable.map((value, index) => ({ value, name: stateNames[value], detail: meanings[value], hint: String(index + 1) }))}
        />
        <TextArea label="Note about it (may stay empty)" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" hint="Ctrl ↵" disabled={state === null}>
            Save state
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
