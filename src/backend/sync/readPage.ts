import { and, asc, gt, lte } from 'drizzle-orm'
import type { Cursor, PullResponse } from '../../protocol/sync/pull'
import { protocolVersion } from '../../protocol/protocolVersion'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { Queries } from '../db/database'
import type { DeskSession } from '../sessions/deskSession'
import { choosePage } from './choosePage'
import type { PageRange } from './choosePage'
import { deviceProgress } from './deviceProgress'
import { olderRow } from './olderRow'
import { cursorAfter, planPull } from './planPull'
import { readPullFacts } from './readPullFacts'
import { readTombstones } from './readTombstones'
import { syncedTable } from './syncedTable'

/**
 * One page of what changed after `cursor`, from one consistent read: rows as they are now, tombstones, and how far
 * this desk's intents have got. Only tables the engineer may read in that same read are in it (P10). `schema` is the
 * version of the wire that the desk speaks: this one or the one before.
 */
export const readPage = async (tx: Queries, session: DeskSession, cursor: Cursor | null, limit: number, schema = protocolVersion): Promise<PullResponse> => {
  const facts = await readPullFacts(tx, session, schema)
  const plan = planPull(cursor, facts)
  const bounds = await choosePage(tx, plan.range, limit)
  const { from } = plan.range
  const rows: PullResponse['rows'] = []
  for (const table of bounds.tables) rows.push(...(await readRows(tx, table, { from, upTo: bounds.upTo }, schema)))
  return {
    reset: plan.reset,
    ...cursorAfter(plan, facts, bounds),
    purge: [...plan.purge],
    rows,
    // A desk that begins anew, or is given a scope, holds nothing that could have been deleted.
    tombstones: plan.reset || plan.filling !== null ? [] : await readTombstones(tx, { ...plan.range, upTo: bounds.upTo }),
    evictions: [],
    ...(await deviceProgress(tx, session)),
  }
}

const readRows = async (tx: Queries, table: SyncedTable, { from, upTo }: Pick<PageRange, 'from' | 'upTo'>, schema: number): Promise<PullResponse['rows']> => {
  const source = syncedTable[table]
  const found: Record<string, unknown>[] = await tx
    .select()
    .from(source)
    .where(and(gt(source.rev, from), lte(source.rev, upTo)))
    .orderBy(asc(source.rev))
  return found.map((row) => ({ table, row: { ...olderRow(table, row, schema) } }))
}
