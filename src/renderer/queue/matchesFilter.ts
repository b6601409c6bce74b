import { ticketLabel } from '../ticket/ticketLabel'
import type { QueueEntry } from '../cache/views/queueEntry'

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Whether every word of `filter` is somewhere in the row: number, brief, customer, requester or assignee. */
export function matchesFilter(entry: QueueEntry, filter: string): boolean {
  const words = fold(filter).split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return true
  const { ticket } = entry
  const row = fold(
    [
      ticketLabel(ticket),
      ticket.brief,
      entry.customerName ?? '',
      entry.assigneeName ?? '',
      ticket.requester.name ?? '',
      ticket.requester.email ?? '',
      ticket.requester.phone ?? '',
    ].join(' '),
  )
  return words.every((word) => row.includes(word))
}
