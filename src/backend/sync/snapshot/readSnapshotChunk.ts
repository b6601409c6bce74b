import { and, asc, gt, lte } from 'drizzle-orm'
import type { SnapshotLine } from '../../../protocol/sync/snapshot'
import type { SyncedTable } from '../../../protocol/sync/tables'
import type { Queries } from '../../db/database'
import { olderRow } from '../olderRow'
import { syncedTable } from '../syncedTable'
import { writeMark } from './snapshotMark'
import type { SnapshotMark } from './snapshotMark'
import { partCondition, snapshotParts } from './snapshotParts'

/** What a chunk is read from: one table's rest within a stage, and all parts after it. */
export interface ChunkRange {
  /** Null = from the beginning. */
  readonly from: SnapshotMark | null
  readonly cursor: SnapshotMark['cursor']
  readonly tables: readonly SyncedTable[]
  /** Rows at most. */
  readonly limit: number
}

/** Rows and their mark; `next` = where the following chunk begins, null when nothing is left. */
export interface SnapshotChunk {
  readonly lines: readonly SnapshotLine[]
  readonly next: SnapshotMark | null
}

/**
 * Reads the next rows of a snapshot in `tx`, a consistent read. A table that may no longer be read is passed over: the
 * cursor names what the snapshot began with, so the next pull takes back what was sent of it (P10).
 */
export const readSnapshotChunk = async (tx: Queries, { from, cursor, tables, limit }: ChunkRange): Promise<SnapshotChunk> => {
  const parts = snapshotParts(tables)
  // The part the last chunk ended in may be gone; then the first one after it is next.
  const begun = from === null ? 0 : parts.findIndex((part) => part.stage === from.stage && part.table === from.table)
  if (begun === -1) throw new Error('what may be read has changed within a snapshot; the desk begins it anew')
  const lines: SnapshotLine[] = []
  for (const [at, part] of parts.entries()) {
    if (at < begun) continue
    const source = syncedTable[part.table]
    const after = at === begun ? (from?.after ?? null) : null
    const room = limit - lines.length
    const found: Record<string, unknown>[] = await tx
      .select()
      .from(source)
      .where(and(lte(source.rev, cursor.seq), after === null ? undefined : gt(source.id, after), partCondition(part, cursor.seq)))
      .orderBy(asc(source.id))
      .limit(room)
    for (const row of found) lines.push({ kind: 'row', table: part.table, row: { ...olderRow(part.table, row, cursor.schema) } })
    if (found.length < room) continue
    const next = { cursor, ...part, after: String(found.at(-1)?.['id']) }
    return { lines: [...lines, { kind: 'mark', after: writeMark(next), stage: part.stage }], next }
  }
  return { lines, next: null }
}
