import { create } from 'zustand'
import type { DeskAnswer } from '../../protocol/ipc/deskApi'

/** What became of each interruption, by its key: shown, suppressed or failed with the reason. */
export interface AlertState {
  readonly outcomes: ReadonlyMap<string, DeskAnswer<'notifications.show'>>
}

export const useAlertStore = create<AlertState>()(() => ({ outcomes: new Map() }))
