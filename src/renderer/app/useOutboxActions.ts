import { toInstant } from '../../domain/calendar/time'
import { desk } from '../bridge/desk'
import { useCacheStore } from '../cache/cacheStore'
import { sendableIntents } from '../cache/pendingIntents'
import { useMe } from '../cache/views/useMe'
import type { UnsentIntent } from '../cache/views/useOutbox'
import { exportOutbox } from '../outbox/exportOutbox'
import { withdrawIntent } from '../outbox/withdrawIntent'
import { addToDraft } from '../ticket/addToDraft'
import { intentNames } from '../ticket/intentNames'
import { sayToast } from '../ui/sayToast'

/** What one can do about changes that wait on this desk. */
export interface OutboxActions {
  /** Takes a change back before it is sent; answers whether it could be. */
  readonly takeBack: (entry: UnsentIntent) => Promise<boolean>
  /** Takes a reply or a note back and puts its text into the draft. */
  readonly edit: (entry: UnsentIntent) => Promise<boolean>
  /** Saves everything of this engineer that waits or was refused as a file. */
  readonly save: () => Promise<void>
}

export const useOutboxActions = (): OutboxActions => {
  const cache = useCacheStore((state) => state.cache)
  const engineerId = useCacheStore((state) => state.engineerId)
  const me = useMe()

  const takeBack = async ({ command }: UnsentIntent): Promise<boolean> => {
    if (cache === null || engineerId === null) return false
    const outcome = await withdrawIntent(cache, desk.journal, engineerId, command.args.eventId)
    if (outcome.saved) sayToast({ title: `${intentNames[command.name]} taken back` })
    else sayToast({ kind: 'trouble', title: `${intentNames[command.name]} could not be taken back`, text: outcome.reason })
    return outcome.saved
  }

  const edit = async (entry: UnsentIntent): Promise<boolean> => {
    const { command } = entry
    if (engineerId === null || (command.name !== 'reply' && command.name !== 'addNote')) return false
    // The draft first, so that the text is never nowhere; but what went out already is not to be sent a second time.
    const undo = addToDraft(engineerId, command.args.ticketId, command.name === 'reply' ? 'reply' : 'note', command.args.text)
    const taken = await takeBack(entry)
    if (!taken) undo()
    return taken
  }

  const save = async (): Promise<void> => {
    if (cache === null || engineerId === null) return
    const now = toInstant(Date.now())
    const text = exportOutbox({
      engineer: me?.name ?? engineerId,
      exportedAt: now,
      waiting: await sendableIntents(cache, engineerId),
      refused: await cache.refused.where({ engineerId }).toArray(),
    })
    const day = new Date(now).toISOString().slice(0, 10)
    const outcome = await desk.files.save({ name: `outbox-${day}.json`, bytes: new TextEncoder().encode(text) })
    if (outcome.outcome === 'saved') sayToast({ title: 'Outbox saved', text: outcome.path })
    else if (outcome.outcome === 'failed') sayToast({ kind: 'trouble', title: 'The outbox could not be saved', text: outcome.reason })
  }

  return { takeBack, edit, save }
}
