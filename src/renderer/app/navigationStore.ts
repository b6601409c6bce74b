import { create } from 'zustand'

export type Screen = 'queue' | 'access' | 'heldMail' | 'settings'

/** Where the desk is. Screen state only: nothing here is synced data. */
export interface Navigation {
  readonly screen: Screen
  readonly ticketId: string | null
  readonly customerPanel: boolean
  readonly keysShown: boolean
  readonly outboxShown: boolean
  readonly signInShown: boolean
  /** The dialog that logs a live call. */
  readonly phoneShown: boolean
  /** Shows a screen; the chosen ticket stays chosen. */
  readonly show: (screen: Screen) => void
  /** Shows the queue with this ticket beside it. */
  readonly openTicket: (ticketId: string) => void
  readonly closeTicket: () => void
  readonly toggleCustomerPanel: () => void
  readonly setCustomerPanel: (shown: boolean) => void
  readonly setKeysShown: (shown: boolean) => void
  readonly setOutboxShown: (shown: boolean) => void
  readonly setSignInShown: (shown: boolean) => void
  readonly setPhoneShown: (shown: boolean) => void
}

export const useNavigation = create<Navigation>()((set) => ({
  screen: 'queue',
  ticketId: null,
  customerPanel: true,
  keysShown: false,
  outboxShown: false,
  signInShown: false,
  phoneShown: false,
  show: (screen) => set({ screen }),
  openTicket: (ticketId) => set({ screen: 'queue', ticketId }),
  closeTicket: () => set({ ticketId: null }),
  toggleCustomerPanel: () => set((state) => ({ customerPanel: !state.customerPanel })),
  setCustomerPanel: (customerPanel) => set({ customerPanel }),
  setKeysShown: (keysShown) => set({ keysShown }),
  setOutboxShown: (outboxShown) => set({ outboxShown }),
  setSignInShown: (signInShown) => set({ signInShown }),
  setPhoneShown: (phoneShown) => set({ phoneShown }),
}))
