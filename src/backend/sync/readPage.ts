import { and, asc, gt, lte } from 'drizzle-orm'
import type { Cursor, Hint, PullResponse } from '../../protocol/sync/pull'
import { protocolVersion } from '../../protocol/protocolVersion'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { Queries } from '../db/database'
import { syncHeadNow } from '../reads/syncHeadNow'
import type { DeskSession } from '../sessions/deskSession'
import { choosePage } from './choosePage'
import { deviceProgress } from './deviceProgress'
import { readTombstones } from './readTombstones'
import { syncedTable } from './syncedTable'

/**
 * One page of what changed after `cursor`, from one consistent read: rows as they are now, tombstones, and how far
 * this desk's intents have got. A cursor of another epoch, ahead of the head, or of another wire begins anew (P1, P13).
 */
export const readPage = async (tx: Queries, session: DeskSession, cursor: Cursor | null, limit: number): Promise<PullResponse> => {
  const head = await syncHeadNow(tx)
  const reset = !continues(cursor, head)
  const from = reset || cursor === null ? 0 : cursor.seq
  const { upTo, more, tables } = await choosePage(tx, from, head.seq, limit)
  const rows: PullResponse['rows'] = []
  for (const table of tables) rows.push(...(await readRows(tx, table, from, upTo)))
  return {
    reset,
    cursor: { epoch: head.epoch, seq: upTo, scopeV: head.scopeV, schema: protocolVersion },
    more,
    rows,
    // A desk that begins anew holds nothing that could have been deleted.
    tombstones: reset ? [] : await readTombstones(tx, from, upTo),
    evictions: [],
    ...(await deviceProgress(tx, session)),
  }
}

const continues = (cursor: Cursor | null, head: Hint): boolean =>
  cursor !== null && cursor.epoch === head.epoch && cursor.seq <= head.seq && cursor.schema === protocolVersion

const readRows = async (tx: Queries, table: SyncedTable, from: number, upTo: number): Promise<PullResponse['rows']> => {
  const source = syncedTable[table]
  const found: Record<string, unknown>[] = await tx
    .select()
    .from(source)
    .where(and(gt(source.rev, from), lte(source.rev, upTo)))
    .orderBy(asc(source.rev))
  return found.map((row) => ({ table, row }))
}
