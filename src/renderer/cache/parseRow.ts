import { isSyncedTable, syncedTables } from '../../protocol/sync/tables'
import type { SyncedRow, SyncedTable } from '../../protocol/sync/tables'
import { keepUnknown } from './keepUnknown'

export type ParsedRow =
  | { readonly ok: true; readonly table: SyncedTable; readonly row: SyncedRow<SyncedTable> }
  | { readonly ok: false; readonly id: string; readonly reason: string }

/**
 * Checks one arrived row by the schema of its table. A row of an unknown table or shape is told, never thrown. Fields that
 * this version does not know stay in the row.
 */
export const parseRow = (table: string, row: Readonly<Record<string, unknown>>): ParsedRow => {
  const id = typeof row['id'] === 'string' ? row['id'] : JSON.stringify(row['id'] ?? null)
  if (!isSyncedTable(table)) return { ok: false, id, reason: `This version does not know the table ${table}.` }
  const parsed = syncedTables[table].safeParse(row)
  if (parsed.success) return { ok: true, table, row: keepUnknown(row, parsed.data) }
  const [issue] = parsed.error.issues
  return { ok: false, id, reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not readable'}` }
}
