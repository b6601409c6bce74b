import { create } from 'zustand'
import { queueViews } from './queueViews'
import type { QueueView } from './queueViews'

/** What the engineer chose to see of the queue. Screen state only. */
export interface QueueScreenState {
  readonly view: QueueView
  readonly filter: string
  readonly setView: (view: QueueView) => void
  readonly setFilter: (filter: string) => void
  /** Goes `step` tabs on, round and round. */
  readonly moveView: (step: 1 | -1) => void
}

export const useQueueStore = create<QueueScreenState>()((set) => ({
  view: 'all',
  filter: '',
  setView: (view) => set({ view }),
  setFilter: (filter) => set({ filter }),
  moveView: (step) =>
    set((state) => ({ view: queueViews.at((queueViews.indexOf(state.view) + step) % queueViews.length) ?? state.view })),
}))
