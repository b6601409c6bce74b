import { useState } from 'react'
import type { ReactNode } from 'react'
import { priorities } from '../../domain/ticket/ticket'
import type { Priority, Ticket } from '../../domain/ticket/ticket'
import { effectivePriority } from '../../domain/triage/effectivePriority'
import { priorityDefinitions } from '../../domain/triage/priorityDefinitions'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import styles from '../ui/DialogForm.module.css'
import { TextArea } from '../ui/TextArea'
import { Toggle } from '../ui/Toggle'
import { PriorityMark } from './PriorityMark'
import { prioritySource } from './prioritySource'

export interface PriorityReview {
  readonly priority: Priority
  readonly productionDown: boolean
  readonly reason: string
}

interface PriorityDialogProps {
  readonly ticket: Ticket
  readonly onClose: () => void
  readonly onSave: (review: PriorityReview) => void
}

/** The engineer's review of a priority: the four definitions, the "down" flag, and why (R45–R53). */
export function PriorityDialog({ ticket, onClose, onSave }: PriorityDialogProps): ReactNode {
  const [priority, setPriority] = useState<Priority>(effectivePriority(ticket))
  const [down, setDown] = useState(ticket.productionDown)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isTest = ticket.environment === 'test'
  const save = (): void => {
    setTried(true)
    if (reason.trim() !== '') onSave({ priority, productionDown: priority === 'urgent' && down, reason: reason.trim() })
  }
  return (
    <Dialog open onClose={onClose} title="Review the priority" description={`${prioritySource(ticket)}. Both values are kept.`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          const index = Number(event.key) - 1
          const byKey = priorities[index]
          if (byKey === undefined || event.target instanceof HTMLTextAreaElement || (byKey === 'urgent' && isTest)) return
          event.preventDefault()
          setPriority(byKey)
        }}
      >
        <Choice
          label="Priority"
          value={priority}
          onChange={setPriority}
          options={priorities.map((value, index) => ({
            value,
            name: <PriorityMark priority={value} />,
            detail: value === 'urgent' && isTest ? 'A test server is never Urgent (R46).' : priorityDefinitions[value].definition,
            hint: String(index + 1),
            disabled: value === 'urgent' && isTest,
          }))}
        />
        {priority === 'urgent' ? <Toggle label="Production is down" detail="Goes before all other Urgent tickets." checked={down} onChange={setDown} /> : null}
        <TextArea
          label="Why"
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={tried && reason.trim() === '' ? 'Please write why: it is kept with the change.' : null}
        />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" hint="Ctrl ↵">
            Save priority
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
