import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { QueueEntry } from '../cache/views/queueEntry'
import { sayToast } from '../ui/sayToast'

interface AnnouncerProps {
  /** The connection in a word; said when it changes. */
  readonly connection: string
  readonly urgent: readonly QueueEntry[]
  /** The ticket one is looking at: it needs no message of its own. */
  readonly openTicketId: string | null
  readonly onOpen: (ticketId: string) => void
}

/**
 * Says changes: the connection politely to screen readers, a new Urgent ticket to everybody. The message lies over the desk
 * and takes neither the focus nor what is being written; it is read out as it appears.
 */
export function Announcer({ connection, urgent, openTicketId, onOpen }: AnnouncerProps): ReactNode {
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = new Set(urgent.map((entry) => entry.ticket.id))
    const fresh = before === null ? undefined : urgent.find((entry) => !before.has(entry.ticket.id))
    if (fresh === undefined) return
    const { ticket, customerName, contract } = fresh
    const whose = `${customerName ?? 'Unidentified'}${contract === null ? '' : `, ${contract.sentence}`}`
    if (ticket.id !== openTicketId) sayToast({ kind: 'urgent', title: `Urgent: ${ticket.brief}`, text: whose, action: { label: 'Open', run: () => onOpen(ticket.id) } })
  }, [urgent, openTicketId, onOpen])
  return (
    <p className="visuallyHidden" role="status" aria-live="polite">
      {connection}
    </p>
  )
}
