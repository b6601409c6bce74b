import { create } from 'zustand'
import type { Engineer } from '../../domain/access/engineer'

/** Who works at this desk. `signedOut` with an engineer = the cache is readable, and work is kept until they sign in. */
export interface SessionState {
  readonly phase: 'unknown' | 'signedOut' | 'signedIn'
  readonly engineer: Engineer | null
  /** Sentence of the last refused sign-in. */
  readonly error: string | null
  /** Ask for the password, by a banner and not by a wall. */
  readonly needsSignIn: boolean
  /** Where the session is kept; `memory` = it ends with the program. */
  readonly storage: 'keyring' | 'memory' | null
  readonly signIn: (email: string, password: string) => Promise<void>
  readonly signOut: () => Promise<void>
}

const stillStarting = 'The desk is still starting. Please try again in a moment.'

export const useSessionStore = create<SessionState>()((set) => ({
  phase: 'unknown',
  engineer: null,
  error: null,
  needsSignIn: false,
  storage: null,
  signIn: async () => set({ error: stillStarting }),
  signOut: async () => set({ error: stillStarting }),
}))
