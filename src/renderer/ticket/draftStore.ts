import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ComposerMode } from './ticketScreenStore'

/** Texts that are written but not sent, by `draftKey`. They survive a crash and a restart of the desk. */
export interface DraftState {
  readonly texts: Readonly<Record<string, string>>
  /** Keeps a text; an empty one is forgotten. */
  readonly keep: (key: string, text: string) => void
}

/** Whose draft on which ticket: another engineer on this desk never sees it. */
export const draftKey = (engineerId: string, ticketId: string, mode: ComposerMode): string => `${engineerId}/${ticketId}/${mode}`

export const useDrafts = create<DraftState>()(
  persist(
    (set) => ({
      texts: {},
      keep: (key, text) =>
        set((state) => {
          const others = Object.entries(state.texts).filter(([name]) => name !== key)
          return { texts: Object.fromEntries(text === '' ? others : [...others, [key, text]]) }
        }),
    }),
    { name: 'drafts', partialize: ({ texts }) => ({ texts }) },
  ),
)
