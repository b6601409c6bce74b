import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './Button'
import { Dialog } from './Dialog'
import styles from './DialogForm.module.css'
import { TextArea } from './TextArea'

interface ReasonDialogProps {
  readonly open: boolean
  readonly title: string
  readonly description: string
  readonly label: string
  readonly submit: string
  readonly onClose: () => void
  readonly onSubmit: (reason: string) => void
}

/** Asks for the reason of something that must not happen without one. */
export function ReasonDialog({ open, title, description, label, submit, onClose, onSubmit }: ReasonDialogProps): ReactNode {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = (): void => {
    setTried(true)
    if (reason.trim() === '') return
    onSubmit(reason.trim())
    setReason('')
    setTried(false)
  }
  return (
    <Dialog open={open} onClose={onClose} title={title} description={description}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
        }}
      >
        <TextArea
          label={label}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={tried && reason.trim() === '' ? 'Please write a reason: it is kept with the ticket.' : null}
          autoFocus
        />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" hint="Ctrl ↵">
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
