import type { ReactNode } from 'react'
import { useOutbox } from '../cache/views/useOutbox'
import { RefusedIntentCard } from './RefusedIntentCard'

/** Refused changes of one ticket, each with its text, until somebody has dealt with them (P6). */
export function RefusedIntents({ ticketId }: { readonly ticketId: string }): ReactNode {
  const { attention, dismiss } = useOutbox()
  return attention
    .filter((intent) => 'ticketId' in intent.command.args && intent.command.args.ticketId === ticketId)
    .map((intent) => <RefusedIntentCard key={intent.command.args.eventId} intent={intent} onDismiss={() => dismiss(intent.command.args.eventId)} />)
}
