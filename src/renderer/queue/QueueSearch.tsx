import { Search, X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { IconButton } from '../ui/IconButton'
import { Kbd } from '../ui/Kbd'
import styles from './QueueSearch.module.css'

interface QueueSearchProps {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly value: string
  readonly onChange: (value: string) => void
  /** Leaves the field for the list. */
  readonly onLeave: () => void
}

/** Narrows the queue while one types. Escape empties it first, then goes back to the list; Enter goes to the list. */
export function QueueSearch({ inputRef, value, onChange, onLeave }: QueueSearchProps): ReactNode {
  return (
    <div className={styles.box}>
      <Search aria-hidden="true" size={14} className={styles.icon} />
      <input
        ref={inputRef}
        type="search"
        aria-label="Filter the queue"
        placeholder="Number, words, customer, person"
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') onChange('')
          else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') onLeave()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {value === '' ? <Kbd>/</Kbd> : <IconButton icon={X} label="Show all again" onClick={() => onChange('')} />}
    </div>
  )
}
