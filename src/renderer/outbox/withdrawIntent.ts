import type { DeskCache } from '../cache/deskCache'
import { inOutboxTurn } from './inOutboxTurn'
import type { Journal } from './journal'
import type { SavedOutcome } from './savedOutcome'
import { toMutation } from './toMutation'

/**
 * Takes back an intent that was not dealt with yet, in the journal first. Its number is still sent, because the backend
 * counts without gaps; if the intent got there before, the backend says so and the person is told. Never rejects.
 */
export const withdrawIntent = async (cache: DeskCache, journal: Journal, engineerId: string, eventId: string): Promise<SavedOutcome> =>
  inOutboxTurn(async () => {
    try {
      const row = (await cache.outbox.where({ eventId }).toArray()).find((each) => each.engineerId === engineerId)
      if (row === undefined) return { saved: false, reason: 'This is not waiting any more: the backend has dealt with it.' }
      const withdrawn = { ...row, withdrawn: true as const }
      const written = await journal.append({ engineerId, serverEpoch: row.serverEpoch, backend: cache.name, mutation: toMutation(withdrawn) })
      if (written.outcome !== 'done') return { saved: false, reason: written.reason }
      await cache.outbox.put(withdrawn)
      cache.notices.tell({ kind: 'outbox', toSend: true })
      return { saved: true }
    } catch (error) {
      return { saved: false, reason: `This could not be saved on this computer: ${error instanceof Error ? error.message : String(error)}` }
    }
  })
