import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Instant } from '../../domain/calendar/time'
import type { Environment, Priority } from '../../domain/ticket/ticket'

/** A call being written down. Null choices are not made yet. */
export interface PhoneDraft {
  /** When the dialog was opened: the call began then, unless `began` says otherwise. */
  readonly openedAt: Instant
  /** `14:05` by the engineer's clock; null = as opened. */
  readonly began: string | null
  readonly filter: string
  readonly customerId: string | null
  readonly siteId: string | null
  readonly contactId: string | null
  readonly callerName: string
  readonly callbackNumber: string
  readonly brief: string
  readonly text: string
  readonly priority: Priority
  readonly productionDown: boolean
  readonly environment: Environment
  readonly take: boolean
}

/** Calls being written down, by engineer: they survive a closed dialog, a crash and a restart of the desk. */
export interface PhoneDraftState {
  readonly drafts: Readonly<Record<string, PhoneDraft>>
  /** Keeps a draft; null forgets it. */
  readonly keep: (engineerId: string, draft: PhoneDraft | null) => void
}

/** Medium until somebody chooses (R18). */
export const emptyPhoneDraft = (openedAt: Instant): PhoneDraft => ({
  openedAt,
  began: null,
  filter: '',
  customerId: null,
  siteId: null,
  contactId: null,
  callerName: '',
  callbackNumber: '',
  brief: '',
  text: '',
  priority: 'medium',
  productionDown: false,
  environment: 'unknown',
  take: true,
})

export const usePhoneDrafts = create<PhoneDraftState>()(
  persist(
    (set) => ({
      drafts: {},
      keep: (engineerId, draft) =>
        set((state) => {
          const others = Object.entries(state.drafts).filter(([id]) => id !== engineerId)
          return { drafts: Object.fromEntries(draft === null ? others : [...others, [engineerId, draft]]) }
        }),
    }),
    { name: 'phoneDrafts', partialize: ({ drafts }) => ({ drafts }) },
  ),
)
