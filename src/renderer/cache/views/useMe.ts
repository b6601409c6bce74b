import type { Engineer } from '../../../domain/access/engineer'
import { useCacheStore } from '../cacheStore'
import { useCached } from './useCached'

/** The engineer at this desk: signed in, or who used it last. Null when nobody ever has. */
export const useMe = (): Engineer | null => {
  const id = useCacheStore((state) => state.engineerId)
  return useCached(async (cache): Promise<Engineer | null> => (id === null ? null : ((await cache.synced('engineer').get(id)) ?? null)), [id], null)
}
