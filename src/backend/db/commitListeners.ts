/** Who wants to know of commits, inside this process. */
export interface CommitListeners {
  readonly add: (listener: () => void) => () => void
  readonly tell: () => void
}

export const createCommitListeners = (): CommitListeners => {
  const listeners = new Set<() => void>()
  return {
    add: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: () => {
      for (const listener of listeners) listener()
    },
  }
}
