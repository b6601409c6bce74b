import { useCacheStore } from '../cacheStore'
import { readTicketFile } from '../readTicketFile'
import type { OpenedTicket } from '../readTicketFile'
import { useCached } from './useCached'

export type { OpenedTicket } from '../readTicketFile'

/** One ticket with its surroundings, alive, unsent changes laid over. */
export const useTicket = (id: string): OpenedTicket | 'loading' | 'missing' => {
  const engineerId = useCacheStore((state) => state.engineerId)
  const file = useCached(async (cache) => ({ id, opened: await readTicketFile(cache, id, engineerId) }), [id, engineerId], null)
  // The live view answers with the last ticket until the next one is read.
  return file === null || file.id !== id ? 'loading' : file.opened
}
