import { create } from 'zustand'
import type { DeskCache } from './deskCache'
import type { QueueIndex } from './queueIndex'

/** Which cache is open, and for whom: who is signed in, else who used this desk last. */
export interface CacheState {
  readonly cache: DeskCache | null
  readonly queue: QueueIndex | null
  readonly engineerId: string | null
}

export const useCacheStore = create<CacheState>()(() => ({ cache: null, queue: null, engineerId: null }))
