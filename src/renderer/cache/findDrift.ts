import type { DigestResponse } from '../../protocol/sync/digest'
import { addHash, identityText, readSum, sumText } from '../../protocol/sync/rowSum'
import { isSyncedTable } from '../../protocol/sync/tables'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { DeskCache, StoredRow } from './deskCache'
import { hashText } from './hashText'
import { readMeta, writeMeta } from './readMeta'
import { contentHash } from './rowWriter'

/** What a table amounts to on this desk: rows, which ones they are, and what they say. */
interface TableMeasure {
  readonly count: number
  readonly identity: bigint
  readonly content: bigint
}

/** Few enough that a frame is never missed while they are hashed. */
const sliceRows = 200

/** Adds up a table slice by slice; rows parked unread count as held. */
export const measureTable = async (cache: DeskCache, table: SyncedTable): Promise<TableMeasure> => {
  const rows = cache.synced(table)
  let [count, identity, content] = [0, 0n, 0n]
  let last: string | null = null
  for (;;) {
    const slice: readonly StoredRow<SyncedTable>[] = await (last === null ? rows.orderBy('id') : rows.where('id').above(last)).limit(sliceRows).toArray()
    for (const row of slice) {
      count += 1
      identity = addHash(identity, hashText(identityText(row.id, row.rev)))
      content = addHash(content, contentHash(row))
    }
    if (slice.length < sliceRows) break
    last = slice.at(-1)?.id ?? null
  }
  await cache.parked.each((parked) => {
    if (parked.table !== table) return
    count += 1
    identity = addHash(identity, hashText(identityText(parked.id, Number(parked.row['rev' as never] ?? 0))))
  })
  return { count, identity, content }
}

/** Keeps what a table says now as what it ought to say. Only right behind a comparison with the backend or a reading from it. */
export const adoptContent = async (cache: DeskCache, table: SyncedTable, content: bigint): Promise<void> => {
  const key = `sums:${cache.shownGeneration}` as const
  await cache.transaction('rw', cache.meta, async () => {
    const kept = await readMeta(cache, key)
    const sums = kept?.version === cache.verno ? kept.sums : {}
    await writeMeta(cache, key, { version: cache.verno, sums: { ...sums, [table]: sumText(content) } })
  })
}

/**
 * Compares this desk's rows with the backend's digests of the very same state, and with what was written here (P12). A row
 * that is missing, too many, or of another revision differs from the backend's sum; one whose content has changed under
 * the same revision differs from this desk's own. Answers the tables that are not as they ought to be.
 */
export const findDrift = async (cache: DeskCache, digests: NonNullable<DigestResponse['digests']>): Promise<readonly SyncedTable[]> => {
  const kept = await readMeta(cache, `sums:${cache.shownGeneration}`)
  const sums = kept?.version === cache.verno ? kept.sums : {}
  const drifted: SyncedTable[] = []
  for (const [table, digest] of Object.entries(digests)) {
    // A table of a later version is kept parked, for that version to read.
    if (!isSyncedTable(table)) continue
    const measured = await measureTable(cache, table)
    const same = measured.count === digest.count && measured.identity === readSum(digest.sum)
    const ought = sums[table]
    if (!same || (ought !== undefined && readSum(ought) !== measured.content)) drifted.push(table)
    else if (ought === undefined) await adoptContent(cache, table, measured.content)
  }
  return drifted
}
