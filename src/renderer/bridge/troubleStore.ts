import { create } from 'zustand'

/** What went wrong beside an engineer's own actions, latest last, for the settings' report. Screen state: gone with the window. */
export interface TroubleState {
  readonly sentences: readonly string[]
}

const mostKept = 50

export const useTroubleStore = create<TroubleState>()(() => ({ sentences: [] }))

/** Notes a failure that no action of a person waits for, so that it is not swallowed. */
export const noteTrouble = (sentence: string, error?: unknown): void => {
  const cause = error === undefined ? '' : ` ${error instanceof Error ? error.message : JSON.stringify(error)}`
  useTroubleStore.setState((state) => ({ sentences: [...state.sentences, `${sentence}${cause}`].slice(-mostKept) }))
}
