import { create } from 'zustand'

export type ComposerMode = 'reply' | 'note'
export type TicketDialog = 'call' | 'priority' | 'state' | 'release' | 'releaseHold' | 'identify'

/** What of the ticket's screen is open. Screen state only; the texts themselves are in `draftStore`. */
export interface TicketScreenState {
  readonly composer: ComposerMode | null
  readonly dialog: TicketDialog | null
  /** Grows with each wish to write, so that the field takes the focus again. */
  readonly focusCount: number
  readonly write: (mode: ComposerMode) => void
  readonly closeComposer: () => void
  readonly openDialog: (dialog: TicketDialog) => void
  readonly closeDialog: () => void
  /** Back to the state a freshly chosen ticket is shown in. */
  readonly reset: () => void
}

export const useTicketScreen = create<TicketScreenState>()((set) => ({
  composer: null,
  dialog: null,
  focusCount: 0,
  write: (mode) => set((state) => ({ composer: mode, focusCount: state.focusCount + 1 })),
  closeComposer: () => set({ composer: null }),
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
  reset: () => set({ composer: null, dialog: null }),
}))
