import { useSessionStore } from './sessionStore'
import type { SessionState } from './sessionStore'

/** Who works at this desk, and how to sign in and out. */
export const useSession = (): SessionState => useSessionStore()
