import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Engineer } from '../../domain/access/engineer'
import type { Instant } from '../../domain/calendar/time'
import { useNavigation } from '../app/navigationStore'
import { useAccounts } from '../customer/useAccounts'
import { useCommands } from '../outbox/useCommands'
import { reportSaved } from '../ticket/reportSaved'
import { emptyPhoneDraft, usePhoneDrafts } from './phoneDraftStore'
import { PhoneTicketDialog } from './PhoneTicketDialog'

/** The dialog that logs a live call, with this engineer's draft. What it logs is opened at once, also without the backend (R18). */
export function PhoneTicket({ me, now, onClose }: { readonly me: Engineer; readonly now: Instant; readonly onClose: () => void }): ReactNode {
  const accounts = useAccounts()
  const commands = useCommands()
  const openTicket = useNavigation((state) => state.openTicket)
  const { drafts, keep } = usePhoneDrafts()
  const [fresh] = useState(() => emptyPhoneDraft(now))
  const draft = drafts[me.id] ?? fresh
  const leave = (): void => {
    keep(me.id, null)
    onClose()
  }
  return (
    <PhoneTicketDialog
      draft={draft}
      accounts={accounts}
      now={now}
      zone={me.zone}
      onChange={(changes) => keep(me.id, { ...draft, ...changes })}
      onClose={onClose}
      onDiscard={leave}
      onSave={(call) => {
        const ticketId = crypto.randomUUID()
        void reportSaved('Call', commands.logPhoneTicket({ ticketId, ...call })).then((saved) => {
          if (!saved) return
          leave()
          openTicket(ticketId)
        })
      }}
    />
  )
}
