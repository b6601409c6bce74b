import { useSyncExternalStore } from 'react'
import { useCacheStore } from '../cacheStore'
import type { QueueSnapshot } from '../queueIndex'

const notReady: QueueSnapshot = { rows: [], ready: false }
const readNothing = (): QueueSnapshot => notReady
const listenToNothing = () => (): void => undefined

/** The queue in its order (R50, R51). `ready` when the cache was read and a sync has brought rows at least once. */
export const useQueue = (): QueueSnapshot => {
  const queue = useCacheStore((state) => state.queue)
  return useSyncExternalStore(queue?.listen ?? listenToNothing, queue?.read ?? readNothing)
}
