import { create } from 'zustand'

/** What a person has to know of the store on this computer; null while there is nothing. */
export interface StorageState {
  readonly sentence: string | null
}

export const useStorageStore = create<StorageState>()(() => ({ sentence: null }))
