import type { SyncedTable } from '../../protocol/sync/tables'

/** What a committed write touched. `reset` = every synced row may be another; `toSend` = a person gave a new intent. */
export type Notice =
  | { readonly kind: 'rows'; readonly reset: boolean; readonly touched: ReadonlyMap<SyncedTable, ReadonlySet<string>> }
  | { readonly kind: 'outbox'; readonly toSend: boolean }

/** Tells listeners what was committed; told after the transaction, never within. */
export interface Notices {
  readonly tell: (notice: Notice) => void
  /** Answers a function that stops listening. */
  readonly listen: (listener: (notice: Notice) => void) => () => void
  /** How often `reset` was told. */
  readonly resets: () => number
}

export const createNotices = (): Notices => {
  const listeners = new Set<(notice: Notice) => void>()
  let resets = 0
  return {
    resets: () => resets,
    tell: (notice) => {
      if (notice.kind === 'rows' && notice.reset) resets += 1
      for (const listener of listeners) listener(notice)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
