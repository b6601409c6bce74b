import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useSyncExternalStore } from 'react'
import { noteTrouble } from '../../bridge/troubleStore'
import { useCacheStore } from '../cacheStore'
import type { DeskCache } from '../deskCache'

/** Counts how often everything the cache shows became another: after a snapshot, or a store begun anew. */
const useResets = (cache: DeskCache | null): number =>
  useSyncExternalStore(
    useCallback((look: () => void) => cache?.notices.listen(look) ?? (() => undefined), [cache]),
    () => cache?.notices.resets() ?? 0,
  )

/**
 * A live view of the cache: `read` runs again whenever rows it read have changed. Answers `waiting` until the first answer, and
 * while the store fails: whoever keeps it open heals it, and then the view reads again.
 * @param keys what `read` depends on besides the cache
 */
export const useCached = <T, W>(read: (cache: DeskCache) => Promise<T>, keys: readonly unknown[], waiting: W): T | W => {
  const cache = useCacheStore((state) => state.cache)
  const resets = useResets(cache)
  const answer = async (): Promise<T | W> => {
    if (cache === null) return waiting
    try {
      return await read(cache)
    } catch (error) {
      noteTrouble('A view of the cache could not be read.', error)
      return waiting
    }
  }
  return useLiveQuery(answer, [cache, resets, ...keys], waiting)
}
