import { parseRow } from '../../src/renderer/cache/parseRow'
import type { DeskCache } from '../../src/renderer/cache/deskCache'
import { syncedTableNames } from '../../src/protocol/sync/tables'
import type { SyncedTable } from '../../src/protocol/sync/tables'
import type { Database } from '../../src/backend/db/database'
import { syncedTable } from '../../src/backend/sync/syncedTable'

/** Every synced row as one line of JSON with its keys in order, by table and id. */
export type Dump = ReadonlyMap<string, string>

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )

/** What a desk must hold. */
export const dumpServer = async (database: Database): Promise<Dump> => {
  const dump = new Map<string, string>()
  for (const table of syncedTableNames) {
    const rows: Record<string, unknown>[] = await database.queries.select().from(syncedTable[table])
    for (const row of rows) {
      const parsed = parseRow(table, JSON.parse(JSON.stringify(row)) as Record<string, unknown>)
      if (!parsed.ok) throw new Error(`the backend holds a row of ${table} that no desk can read: ${parsed.reason}`)
      dump.set(`${table} ${parsed.row.id}`, sorted(parsed.row))
    }
  }
  return dump
}

/** What a desk holds. */
export const dumpDesk = async (cache: DeskCache): Promise<Dump> => {
  const dump = new Map<string, string>()
  for (const table of syncedTableNames) {
    await cache.synced(table as SyncedTable).each((row: { readonly id: string }) => void dump.set(`${table} ${row.id}`, sorted(row)))
  }
  return dump
}

/** How two dumps differ, in words; empty when they are equal. */
export const differences = (desk: Dump, server: Dump): readonly string[] => [
  ...[...server].flatMap(([key, row]) => (desk.has(key) ? (desk.get(key) === row ? [] : [`${key} is ${desk.get(key)}, not ${row}`]) : [`${key} is missing`])),
  ...[...desk.keys()].filter((key) => !server.has(key)).map((key) => `${key} is there and should not be`),
]
