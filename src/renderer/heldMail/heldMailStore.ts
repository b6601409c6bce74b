import { create } from 'zustand'
import type { HeldMail, HeldMailList, HeldMailOutcome, ReleaseHeldMail } from '../../protocol/intake/heldMail'

/** The backend's side of held mail; set once the desk knows its backend. Each rejects with a sentence. */
export interface HeldMailSource {
  readonly list: () => Promise<HeldMailList>
  readonly release: (id: string, as: ReleaseHeldMail['as']) => Promise<HeldMailOutcome>
  readonly discard: (id: string, reason: string) => Promise<HeldMailOutcome>
}

/**
 * What the screen of held mail shows. Held mail is asked for and not synced: a stranger's words stay off the disks of
 * desks until somebody judged them. So it is online only.
 */
export interface HeldMailState {
  readonly source: HeldMailSource | null
  /** Null until it was read once. */
  readonly mails: readonly HeldMail[] | null
  readonly waiting: number
  /** What the last reading failed with, as a sentence; what was read before stays shown. */
  readonly trouble: string | null
  /** The mail whose release or discarding is under way. */
  readonly busy: string | null
  readonly load: () => Promise<void>
  /** Answers what happened, or null when it failed; then `trouble` says why. */
  readonly release: (id: string, as: ReleaseHeldMail['as']) => Promise<HeldMailOutcome | null>
  readonly discard: (id: string, reason: string) => Promise<HeldMailOutcome | null>
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const notReached = 'The backend is not reached yet. Please try again when the desk is live.'

export const useHeldMail = create<HeldMailState>()((set, get) => {
  let reading = 0

  const settle = async (id: string, ask: (source: HeldMailSource) => Promise<HeldMailOutcome>): Promise<HeldMailOutcome | null> => {
    const { source } = get()
    if (source === null) {
      set({ trouble: notReached })
      return null
    }
    set({ busy: id })
    try {
      const outcome = await ask(source)
      // A list asked for earlier may still hold the mail.
      reading += 1
      set(({ mails, waiting }) => ({ mails: mails && mails.filter((mail) => mail.id !== id), waiting: Math.max(0, waiting - 1), trouble: null }))
      return outcome
    } catch (error) {
      set({ trouble: sentenceOf(error) })
      return null
    } finally {
      set({ busy: null })
    }
  }

  return {
    source: null,
    mails: null,
    waiting: 0,
    trouble: null,
    busy: null,
    load: async () => {
      const { source } = get()
      if (source === null) {
        set({ trouble: notReached })
        return
      }
      const mine = (reading += 1)
      try {
        const list = await source.list()
        if (mine === reading) set({ ...list, trouble: null })
      } catch (error) {
        if (mine === reading) set({ trouble: sentenceOf(error) })
      }
    },
    release: async (id, as) => settle(id, async (source) => source.release(id, as)),
    discard: async (id, reason) => settle(id, async (source) => source.discard(id, reason)),
  }
})
