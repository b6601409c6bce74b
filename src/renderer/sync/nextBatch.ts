import type { Mutation } from '../../protocol/commands/push'

/** Half of what the backend remembers results of, so that none can be forgotten between a push and its pull (P6). */
const mostIntents = 100
/** Of JSON in UTF-8; a quarter of what the backend takes in one body. */
const mostBytes = 4 * 1024 * 1024

const encoder = new TextEncoder()
const bytesOf = (mutation: Mutation): number => encoder.encode(JSON.stringify(mutation)).length

/** The first of the waiting intents that go in one push: never more than fits, and always at least one. */
export const nextBatch = (waiting: readonly Mutation[]): readonly Mutation[] => {
  const batch: Mutation[] = []
  let bytes = 0
  for (const mutation of waiting.slice(0, mostIntents)) {
    bytes += bytesOf(mutation)
    if (batch.length > 0 && bytes > mostBytes) break
    batch.push(mutation)
  }
  return batch
}
