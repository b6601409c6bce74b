import { CloudUpload, Pencil, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { UnsentIntent } from '../cache/views/useOutbox'
import { intentNames } from '../ticket/intentNames'
import { intentText } from '../ticket/intentText'
import { sayWish } from '../ticket/sayWish'
import { IconButton } from '../ui/IconButton'
import styles from './OutboxDialog.module.css'

interface OutboxEntryProps {
  readonly entry: UnsentIntent
  /** `#10042`, or empty when it is about no ticket of this desk. */
  readonly label: string
  readonly time: string
  readonly onOpen: () => void
  readonly onTakeBack: () => void
  /** Null where there is no text to go on writing. */
  readonly onEdit: (() => void) | null
}

/** One change that waits to be sent, and how to change one's mind about it. */
export function OutboxEntry({ entry, label, time, onOpen, onTakeBack, onEdit }: OutboxEntryProps): ReactNode {
  const text = intentText(entry.command)
  const wish = sayWish(entry.command)
  const name = `${intentNames[entry.command.name]} ${label}`.trim()
  return (
    <li className={styles.row}>
      <button type="button" className={styles.entry} onClick={onOpen}>
        <CloudUpload aria-hidden="true" size={14} />
        <span className={styles.words}>
          <span className={styles.name}>
            {name}
            {wish === null ? null : <span className={styles.wish}>: {wish}</span>}
          </span>
          {text === null ? null : <span className={styles.text}>{text}</span>}
        </span>
        <span className={styles.time}>{time}</span>
      </button>
      {onEdit === null ? null : <IconButton icon={Pencil} label={`Edit: ${name}`} onClick={onEdit} />}
      <IconButton icon={Undo2} label={`Take back: ${name}`} onClick={onTakeBack} />
    </li>
  )
}
