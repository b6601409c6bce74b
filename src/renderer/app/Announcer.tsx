import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { QueueEntry } from '../cache/views/queueEntry'

interface AnnouncerProps {
  /** The connection in a word; said when it changes. */
  readonly connection: string
  readonly urgent: readonly QueueEntry[]
}

/** Says changes to screen readers: the connection politely, a new Urgent ticket with its customer. */
export function Announcer({ connection, urgent }: AnnouncerProps): ReactNode {
  const known = useRef<ReadonlySet<string> | null>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    const before = known.current
    known.current = new Set(urgent.map((entry) => entry.ticket.id))
    const fresh = before === null ? undefined : urgent.find((entry) => !before.has(entry.ticket.id))
    if (fresh !== undefined) setWords(`New Urgent ticket ${String(fresh.ticket.number)}: ${fresh.ticket.brief}, ${fresh.customerName ?? 'unidentified'}`)
  }, [urgent])
  return (
    <>
      <p className="visuallyHidden" role="status" aria-live="polite">
        {connection}
      </p>
      <p className="visuallyHidden" role="status" aria-live="polite">
        {words}
      </p>
    </>
  )
}
