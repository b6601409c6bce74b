import { sql } from 'drizzle-orm'
import type { PullResponse } from '../../protocol/sync/pull'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { Queries } from '../db/database'
import type { PageRange } from './choosePage'

/** Rows of the given tables that were deleted in `(from, upTo]` and not put back since (P9). */
export const readTombstones = async (tx: Queries, { from, upTo, tables }: PageRange): Promise<PullResponse['tombstones']> => {
  const { rows } = (await tx.execute(sql`
    select gone.table_name as "table", gone.row_id as id, max(gone.seq) as rev from change_log gone
    where gone.op = 'delete' and gone.seq > ${from} and gone.seq <= ${upTo}
      and gone.table_name = any(array(select jsonb_array_elements_text(${JSON.stringify(tables)}::jsonb)))
      and not exists (
        select 1 from change_log back
        where back.op = 'put' and back.seq > gone.seq and back.table_name = gone.table_name and back.row_id = gone.row_id)
    group by gone.table_name, gone.row_id
    order by rev`)) as unknown as { rows: readonly { table: SyncedTable; id: string; rev: string | number }[] }
  return rows.map((row) => ({ ...row, rev: Number(row.rev) }))
}
