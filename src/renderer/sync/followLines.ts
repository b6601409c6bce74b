import type { SnapshotLine } from '../../protocol/sync/snapshot'

/** Lines as they arrive, those that arrived together in one batch. */
export type LineBatches = AsyncIterable<readonly SnapshotLine[]>

/**
 * Lines one by one. Rejects with a sentence when nothing arrived for `silentMs`: a frozen backend closes nothing. Whoever
 * stops early ends the connection.
 */
export async function* followLines(batches: LineBatches, silentMs: number, setTimer: (work: () => void, ms: number) => () => void): AsyncGenerator<SnapshotLine> {
  const arriving = batches[Symbol.asyncIterator]()
  try {
    for (;;) {
      let calm: () => void = () => undefined
      const silence = new Promise<never>((_resolve, reject) => {
        calm = setTimer(() => reject(new Error('The backend has fallen silent.')), silentMs)
      })
      const next = await Promise.race([arriving.next(), silence]).finally(calm)
      if (next.done === true) return
      yield* next.value
    }
  } finally {
    // Not waited for: a connection that fell silent may never answer.
    arriving.return?.().catch(() => undefined)
  }
}
