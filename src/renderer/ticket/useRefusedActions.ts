import { useNavigation } from '../app/navigationStore'
import { useCacheStore } from '../cache/cacheStore'
import { useOutbox } from '../cache/views/useOutbox'
import type { RefusedIntent } from '../cache/views/useOutbox'
import { canGiveAgain } from '../outbox/canGiveAgain'
import type { SavedOutcome } from '../outbox/savedOutcome'
import { useCommands } from '../outbox/useCommands'
import { sayToast } from '../ui/sayToast'
import { addToDraft } from './addToDraft'
import { intentNames } from './intentNames'
import type { RefusedActions } from './RefusedIntentCard'
import { reportSaved } from './reportSaved'

/** What the engineer at this desk can do about a change that was refused. Nothing is put away before its text is safe elsewhere. */
export const useRefusedActions = (): ((intent: RefusedIntent) => RefusedActions) => {
  const commands = useCommands()
  const { dismiss } = useOutbox()
  const engineerId = useCacheStore((state) => state.engineerId)
  const openTicket = useNavigation((state) => state.openTicket)
  return ({ command }) => {
    const { eventId, ...args } = command.args
    const giveAgain = async (): Promise<void> => {
      const give = commands[command.name] as (given: object) => Promise<SavedOutcome>
      if (await reportSaved(intentNames[command.name], give(args))) dismiss(eventId)
    }
    const edit = (ticketId: string, text: string): void => {
      if (engineerId === null) return
      addToDraft(engineerId, ticketId, command.name === 'reply' ? 'reply' : 'note', text)
      openTicket(ticketId)
      dismiss(eventId)
      sayToast({ title: 'Your text is in the draft', text: command.name === 'reply' ? 'Press r on the ticket to go on with the reply.' : 'Press n on the ticket to go on with the note.' })
    }
    return {
      dismiss: () => dismiss(eventId),
      giveAgain: canGiveAgain(command) ? () => void giveAgain() : null,
      edit: command.name === 'reply' || command.name === 'addNote' ? () => edit(command.args.ticketId, command.args.text) : null,
    }
  }
}
