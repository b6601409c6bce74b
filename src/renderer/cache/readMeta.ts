import type { Instant } from '../../domain/calendar/time'
import type { Cursor } from '../../protocol/sync/pull'
import type { SealedScope } from '../../protocol/sync/tableScopes'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { DeskCache, Generation } from './deskCache'

/** When this desk's copy was last compared with the backend, and how many tables were not right so far. */
export interface CopyCheck {
  readonly checkedAt: Instant
  readonly found: number
  readonly foundAt: Instant | null
}

/** How far a snapshot has come: where it goes to, its last mark, and what its pulls begin with once it is shown. */
export interface SnapshotProgress {
  readonly cursor: Cursor
  readonly generation: Generation
  readonly after: string | null
  readonly rows: number
  /** Rows in all, about. */
  readonly total: number
}

/** The sum of each table's content as it was written, by the version of the cache that wrote it. */
interface TableSums {
  readonly version: number
  readonly sums: Partial<Readonly<Record<SyncedTable, string>>>
}

/** The few single values beside the tables, with their types. `nextMut:<engineerId>` counts one engineer's
 * intents, `lastMut:<engineerId>` is the last one the backend has dealt with. */
interface MetaValues {
  readonly cursor: Cursor
  readonly lastSyncAt: Instant
  readonly raisedAlerts: { readonly runOf: Instant; readonly keys: readonly string[] }
  /** Every epoch this cache has followed: a restored backup begins a new one. */
  readonly epochs: readonly string[]
  /** Which generation is shown; null = the first. */
  readonly generation: Generation
  /** A snapshot that is being received. */
  readonly snapshot: SnapshotProgress
  readonly copyCheck: CopyCheck
  readonly 'sums:a': TableSums
  readonly 'sums:b': TableSums
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
