import type { ReactNode } from 'react'
import type { Instant } from '../../domain/calendar/time'
import { useKeys } from '../app/useKeys'
import { useOutbox } from '../cache/views/useOutbox'
import { RefusedIntentCard } from './RefusedIntentCard'
import { useRefusedActions } from './useRefusedActions'

/** Refused changes of one ticket, each with its text, until somebody has dealt with them; keys work on the first (P6, P7). */
export function RefusedIntents({ ticketId, sayAt }: { readonly ticketId: string; readonly sayAt: (at: Instant) => string }): ReactNode {
  const { attention } = useOutbox()
  const actionsOn = useRefusedActions()
  const refused = attention.filter(({ command }) => 'ticketId' in command.args && command.args.ticketId === ticketId)
  const [first] = refused
  const onFirst = first === undefined ? null : actionsOn(first)
  useKeys({ useMine: onFirst?.giveAgain ?? undefined, keepTheirs: onFirst?.dismiss })
  return refused.map((intent) => (
    <RefusedIntentCard key={intent.command.args.eventId} intent={intent} actions={actionsOn(intent)} sayAt={sayAt} withKeys={intent === first} />
  ))
}
