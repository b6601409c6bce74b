let turn: Promise<unknown> = Promise.resolve()

/**
 * One writer of the outbox at a time, in the order asked, so that numbers have no gaps: within this window by a queue,
 * among windows by a Web Lock where the platform has it.
 */
export const inOutboxTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  const { locks } = (globalThis.navigator ?? {}) as { readonly locks?: LockManager }
  const mine = turn.then(async () => (locks === undefined ? work() : ((await locks.request('outbox', work)) as T)))
  turn = mine.catch(() => undefined)
  return mine
}
