import type { AbilityChange } from '../../domain/customer/contactCommand'
import type { Contact } from '../../domain/customer/customer'
import { useCommands } from '../outbox/useCommands'
import { useConnection } from '../sync/connectionStore'
import { reportSaved } from '../ticket/reportSaved'
import { sayToast } from '../ui/sayToast'

/** What can be done for a person from the customer's file. Both say whether it goes out now or waits for the connection. */
export function useContactActions(): {
  readonly sendLink: (contact: Contact) => void
  readonly setAbilities: (contact: Contact, changes: readonly AbilityChange[]) => Promise<boolean>
} {
  const commands = useCommands()
  const live = useConnection((state) => state.phase === 'live')
  return {
    sendLink: (contact) => {
      void reportSaved('Link for a new password', commands.sendPasswordLink({ contactId: contact.id })).then((saved) => {
        if (!saved) return
        sayToast(
          live
            ? { title: 'The link is on its way', text: `It goes to ${contact.email} and works for half an hour.` }
            : { title: 'Kept in the outbox', text: `The link goes to ${contact.email} when this desk is connected again.` },
        )
      })
    },
    setAbilities: async (contact, changes) => reportSaved('What they can do', commands.setContactAbilities({ contactId: contact.id, changes })),
  }
}
