import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Instant } from '../../domain/calendar/time'
import type { SyncedTable } from '../../protocol/sync/tables'
import type * as schema from './schema'

/** A drizzle handle: the database itself or a transaction on it; queries accept either. */
export type Queries = PgDatabase<PgQueryResultHKT, typeof schema>

/** Notes which synced rows a transaction wrote. What is not noted is never seen by a desk. */
export interface Touched {
  readonly put: (table: SyncedTable, id: string) => void
  readonly remove: (table: SyncedTable, id: string) => void
}

/** The commit a writing transaction became. `seq` is null when it touched no synced row. */
export interface Commit<T> {
  readonly value: T
  readonly seq: number | null
}

/** The one database, embedded or server; both pass the same conformance suite. */
export interface Database {
  readonly engine: 'embedded' | 'server'
  readonly queries: Queries
  /** A consistent read (REPEATABLE READ): nothing committed meanwhile is seen in part. */
  readonly read: <T>(work: (tx: Queries) => Promise<T>) => Promise<T>
  /**
   * The only way to write. Runs `work`, then stamps every touched row and the change log with the next commit
   * number as the transaction's last statement, commits, and tells the listeners. Never await the network inside:
   * the embedded engine has one connection.
   */
  readonly write: <T>(work: (tx: Queries, touched: Touched) => Promise<T>) => Promise<Commit<T>>
  /** Calls `listener` after commits that touched synced rows, also those of other backends. Answers how to stop. */
  readonly onCommit: (listener: () => void) => () => void
  readonly close: () => Promise<void>
}

/** The backend's only clock, so that tests can set the time. */
export type Now = () => Instant
