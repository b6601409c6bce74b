import { create } from 'zustand'
import type { DeskArgs } from '../../protocol/ipc/deskApi'
import type { Settings } from '../../protocol/ipc/messages'
import { desk } from '../bridge/desk'
import { sayToast } from '../ui/sayToast'

/** The settings of this installation as main keeps them; null until they are read. */
export interface SettingsState {
  readonly settings: Settings | null
  readonly read: () => Promise<void>
  /** Writes some of them and takes over what main answers; says so when it would not take them. */
  readonly write: (change: DeskArgs<'settings.write'>) => Promise<void>
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const useSettings = create<SettingsState>()((set) => ({
  settings: null,
  read: async () => {
    try {
      set({ settings: await desk.settings.read() })
    } catch (error) {
      sayToast({ kind: 'trouble', title: 'The settings could not be read', text: sentenceOf(error) })
    }
  },
  write: async (change) => {
    try {
      set({ settings: await desk.settings.write(change) })
    } catch (error) {
      sayToast({ kind: 'trouble', title: 'The setting is not saved', text: sentenceOf(error) })
    }
  },
}))
