import { syncedTables } from '../../protocol/sync/tables'
import type { SyncedRow, SyncedTable } from '../../protocol/sync/tables'

export type ParsedRow =
  | { readonly ok: true; readonly table: SyncedTable; readonly row: SyncedRow<SyncedTable> }
  | { readonly ok: false; readonly id: string; readonly reason: string }

const isSynced = (table: string): table is SyncedTable => Object.hasOwn(syncedTables, table)

/** Checks one arrived row by the schema of its table. A row of an unknown table or shape is told, never thrown. */
export const parseRow = (table: string, row: Readonly<Record<string, unknown>>): ParsedRow => {
  const id = typeof row['id'] === 'string' ? row['id'] : JSON.stringify(row['id'] ?? null)
  if (!isSynced(table)) return { ok: false, id, reason: `This version does not know the table ${table}.` }
  const parsed = syncedTables[table].safeParse(row)
  if (parsed.success) return { ok: true, table, row: parsed.data }
  const [issue] = parsed.error.issues
  return { ok: false, id, reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not readable'}` }
}
