import { useCacheStore } from '../cacheStore'
import { readServerNotes } from '../readServerNotes'
import type { ServerNotes } from '../readServerNotes'
import { useCached } from './useCached'

const none: ServerNotes = { state: 'here', texts: new Map() }

/** What is noted about a customer's systems, alive; nothing until it was read. */
export const useServerNotes = (customerId: string | null): ServerNotes => {
  const engineerId = useCacheStore((state) => state.engineerId)
  return useCached(async (cache) => (customerId === null ? none : readServerNotes(cache, customerId, engineerId)), [customerId, engineerId], none)
}
