import type { ReactNode } from 'react'
import type { ZoneId } from '../../domain/calendar/time'
import type { Ticket } from '../../domain/ticket/ticket'
import { useCustomerFile } from '../cache/views/useCustomerFile'
import { CallDialog } from '../callback/CallDialog'
import { IdentifyDialog } from '../customer/IdentifyDialog'
import { useCommands } from '../outbox/useCommands'
import type { SavedOutcome } from '../outbox/savedOutcome'
import { ReasonDialog } from '../ui/ReasonDialog'
import { PriorityDialog } from './PriorityDialog'
import { reportSaved } from './reportSaved'
import { StateDialog } from './StateDialog'
import { useTicketScreen } from './ticketScreenStore'

/** The dialog that is open for a ticket, if any. It closes only when what it asked for is safely kept. */
export function TicketDialogs({ ticket, zone }: { readonly ticket: Ticket; readonly zone: ZoneId }): ReactNode {
  const commands = useCommands()
  const { dialog, closeDialog } = useTicketScreen()
  const file = useCustomerFile(ticket.customerId)
  const ticketId = ticket.id

  const finish = async (what: string, saving: Promise<SavedOutcome>): Promise<void> => {
    if (await reportSaved(what, saving)) closeDialog()
  }

  switch (dialog) {
    case 'call':
      return (
        <CallDialog
          ticket={ticket}
          contacts={typeof file === 'string' ? [] : file.contacts}
          zone={zone}
          onClose={closeDialog}
          onSave={(call) => void finish('Call', commands.logCall({ ticketId, ...call }))}
        />
      )
    case 'priority':
      return <PriorityDialog ticket={ticket} onClose={closeDialog} onSave={(review) => void finish('Priority', commands.setPriority({ ticketId, ...review }))} />
    case 'state':
      return (
        <StateDialog ticket={ticket} onClose={closeDialog} onSave={(state, reason) => void finish('State', commands.setState({ ticketId, state, reason }))} />
      )
    case 'release':
      return (
        <ReasonDialog
          open
          title="Give the ticket back"
          description="It goes back to the unassigned ones, in its old place."
          label="Why"
          submit="Give back"
          onClose={closeDialog}
          onSubmit={(reason) => void finish('Giving back', commands.release({ ticketId, reason }))}
        />
      )
    case 'releaseHold':
      return (
        <ReasonDialog
          open
          title="Release the hold"
          description="The requester is not authorized on the account. The reason stays with the ticket."
          label="Why it may go on"
          submit="Release hold"
          onClose={closeDialog}
          onSubmit={(reason) => void finish('Release of the hold', commands.releaseHold({ ticketId, reason }))}
        />
      )
    case 'identify':
      return <IdentifyDialog ticket={ticket} onClose={closeDialog} onSave={(match) => void finish('Match', commands.identify({ ticketId, ...match }))} />
    case null:
      return null
  }
}
