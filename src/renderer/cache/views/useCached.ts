import { useLiveQuery } from 'dexie-react-hooks'
import { useCacheStore } from '../cacheStore'
import type { DeskCache } from '../deskCache'

/**
 * A live view of the cache: `read` runs again whenever rows it read have changed. Answers `waiting` until the first answer.
 * @param keys what `read` depends on besides the cache
 */
export const useCached = <T, W>(read: (cache: DeskCache) => Promise<T>, keys: readonly unknown[], waiting: W): T | W => {
  const cache = useCacheStore((state) => state.cache)
  return useLiveQuery(async (): Promise<T | W> => (cache === null ? waiting : read(cache)), [cache, ...keys], waiting)
}
