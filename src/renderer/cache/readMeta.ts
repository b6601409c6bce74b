import type { Instant } from '../../domain/calendar/time'
import type { Cursor } from '../../protocol/sync/pull'
import type { SealedScope } from '../../protocol/sync/tableScopes'
import type { DeskCache } from './deskCache'

/** The few single values beside the tables, with their types. `nextMut:<engineerId>` counts one engineer's
 * intents, `lastMut:<engineerId>` is the last one the backend has dealt with. */
interface MetaValues {
  readonly cursor: Cursor
  readonly lastSyncAt: Instant
  readonly raisedAlerts: { readonly runOf: Instant; readonly keys: readonly string[] }
  /** Every epoch this cache has followed: a restored backup begins a new one. */
  readonly epochs: readonly string[]
  /** Keys of sealed scopes that are to be destroyed and may still be there. */
  readonly keysToDestroy: readonly SealedScope[]
  readonly [nextMut: `nextMut:${string}`]: number
  readonly [lastMut: `lastMut:${string}`]: number
  /** The name of the key that a scope's rows are sealed with. */
  readonly 'sealedWith:serverNotes': string
}

/** Reads one value; null when it was never written. */
export const readMeta = async <K extends keyof MetaValues>(cache: DeskCache, key: K): Promise<MetaValues[K] | null> =>
  ((await cache.meta.get(key))?.value as MetaValues[K] | undefined) ?? null

/** Writes one value, inside the caller's transaction if there is one. */
export const writeMeta = async <K extends keyof MetaValues>(cache: DeskCache, key: K, value: MetaValues[K]): Promise<void> => {
  await cache.meta.put({ key, value })
}
