import { sql } from 'drizzle-orm'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { Queries, Touched } from './database'

const tableNames = {
  policy: 'policy',
  engineer: 'engineer',
  shift: 'shift',
  customer: 'customer',
  site: 'site',
  contract: 'contract',
  contact: 'contact',
  server: 'server',
  integration: 'integration',
  serverNote: 'server_note',
  ticket: 'ticket',
  timelineEvent: 'timeline_event',
  attachment: 'attachment',
  page: 'page',
  accessRequest: 'access_request',
} as const satisfies Record<SyncedTable, string>

/** Collects the rows a transaction touched; a row put and later removed counts as removed. */
export const collectTouched = (): Touched & { readonly ops: ReadonlyMap<string, TouchedRow> } => {
  const ops = new Map<string, TouchedRow>()
  return {
    ops,
    put: (table, id) => ops.set(`${table}:${id}`, { table, id, op: 'put' }),
    remove: (table, id) => ops.set(`${table}:${id}`, { table, id, op: 'delete' }),
  }
}

export interface TouchedRow {
  readonly table: SyncedTable
  readonly id: string
  readonly op: 'put' | 'delete'
}

/**
 * Takes the next commit number and stamps every touched row and the change log with it, in ONE statement that must be
 * the transaction's last. The lock on `sync_head` is held only from here to the commit, so numbers become visible in
 * order and a cursor on them can skip nothing (sync.md, Truth and order; P1). Answers the number.
 */
export const recordChange = async (tx: Queries, rows: readonly TouchedRow[]): Promise<number> => {
  const log = JSON.stringify(rows)
  const stamps = [...new Set(rows.filter((r) => r.op === 'put').map((r) => r.table))].map((table) => {
    const ids = rows.filter((r) => r.table === table && r.op === 'put').map((r) => r.id)
    const name = sql.identifier(tableNames[table])
    const cast = table === 'policy' ? sql`text[]` : sql`uuid[]`
    return sql`, ${sql.identifier(`stamp_${tableNames[table]}`)} as (
      update ${name} set rev = head.seq from head
      where ${name}.id = any(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::${cast}))`
  })
  const result = (await tx.execute(sql`
    with head as (update sync_head set seq = seq + 1 returning seq)
    ${sql.join(stamps, sql` `)}
    insert into change_log (seq, table_name, row_id, op)
    select head.seq, entry.value ->> 'table', entry.value ->> 'id', entry.value ->> 'op'
    from head, jsonb_array_elements(${log}::jsonb) as entry
    returning seq`)) as unknown as { rows: readonly { seq: string | number }[] }
  const first = result.rows[0]
  if (!first) throw new Error('sync_head has no row: the database was not migrated, or its single row was deleted')
  return Number(first.seq)
}
