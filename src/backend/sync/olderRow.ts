import type { SyncedTable } from '../../protocol/sync/tables'

type Row = Readonly<Record<string, unknown>>

/** Fields that rows had in wire version 1 and whose lack would make them unreadable to its desks. */
const beforeServerNotes: Readonly<Partial<Record<SyncedTable, Row>>> = {
  customer: { remoteAccess: '' },
  server: { notes: '' },
  integration: { notes: '' },
}

/** A row as a desk of wire version `schema` reads it (P14). What moved to a scope such a desk does not know is empty. */
export const olderRow = (table: SyncedTable, row: Row, schema: number): Row => (schema < 2 ? { ...row, ...beforeServerNotes[table] } : row)
