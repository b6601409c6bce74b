import { sql } from 'drizzle-orm'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { Queries } from '../db/database'
import { changeLog } from '../db/schema'
import { syncedTable } from './syncedTable'

/** What the next page holds: every commit with `from < number <= upTo`, and the tables those commits wrote. */
export interface PageBounds {
  readonly upTo: number
  readonly more: boolean
  readonly tables: readonly SyncedTable[]
}

/** The commits a page is chosen from, `from < number <= upTo`, and the tables it may hold. */
export interface PageRange {
  readonly from: number
  readonly upTo: number
  readonly tables: readonly SyncedTable[]
}

/**
 * Chooses how far the next page goes: about `limit` rows, whole transactions only, so one commit larger than the
 * limit is a page of its own. The range is of the same consistent read.
 */
export const choosePage = async (tx: Queries, { from, upTo: last, tables: wanted }: PageRange, limit: number): Promise<PageBounds> => {
  const perTable = wanted.map((name) => {
    const table = syncedTable[name]
    return sql`(select ${table.rev} as rev, ${name} as source from ${table} where ${table.rev} > ${from} and ${table.rev} <= ${last} order by ${table.rev} limit ${limit + 1})`
  })
  const deletes = sql`(select ${changeLog.seq} as rev, null as source from ${changeLog}
    where ${changeLog.op} = 'delete' and ${changeLog.seq} > ${from} and ${changeLog.seq} <= ${last} order by ${changeLog.seq} limit ${limit + 1})`
  const { rows } = (await tx.execute(sql`
    select rev, source from (${sql.join([...perTable, deletes], sql` union all `)}) as changed
    order by rev limit ${limit + 1}`)) as unknown as { rows: readonly { rev: string | number; source: SyncedTable | null }[] }

  const first = rows[0]
  const beyond = rows[limit]
  const upTo = first && beyond ? wholeCommits(Number(first.rev), Number(beyond.rev)) : last
  const tables = upTo === Number(first?.rev) && beyond ? wanted : rows.filter((r) => Number(r.rev) <= upTo).flatMap((r) => r.source ?? [])
  return { upTo, more: upTo < last, tables: [...new Set(tables)] }
}

/** The last whole commit of a page that `beyond` no longer fits on; a first commit too large for a page goes alone. */
const wholeCommits = (first: number, beyond: number): number => (beyond > first ? beyond - 1 : first)
