import type { PullResponse } from '../../protocol/sync/pull'
import { watchdogSeconds } from '../../protocol/sync/pull'
import type { SnapshotLine, SnapshotStage } from '../../protocol/sync/snapshot'
import { beginSnapshot } from '../cache/beginSnapshot'
import { fillChunk } from '../cache/fillChunk'
import type { SnapshotProgress } from '../cache/readMeta'
import { readMeta } from '../cache/readMeta'
import { showSnapshot } from '../cache/showSnapshot'
import { storedRows } from '../cache/storedRows'
import type { StoredRows } from '../cache/storedRows'
import { followLines } from './followLines'
import type { RoundParts } from './syncRound'

/** Rows written in one transaction, since each waits for the disk; sooner when so much time has passed. */
const writtenRows = 2_000
const writtenMs = 1_000

/**
 * Fetches everything anew into a generation of its own and shows it when it is whole (P13). Cut off, it goes on at its last
 * mark the next time. On a desk that holds nothing yet the rows are shown as they come, Urgent tickets first. Rejects
 * with a sentence when the backend breaks off or falls silent.
 */
export const receiveSnapshot = async (parts: RoundParts, signal: AbortSignal): Promise<void> => {
  const { cache, client, token, engineerId, now, progress, setTimer } = parts
  const held = await readMeta(cache, 'snapshot')
  const batches = await client.snapshot(token, held === null ? {} : { after: held.after ?? undefined }, signal)
  let filling: SnapshotProgress | null = null
  let rows: PullResponse['rows'] = []
  let chunks: StoredRows[] = []
  let waiting = 0
  let after = held?.after ?? null
  let writtenAt = now()
  let stage: SnapshotStage = 'firm'

  /** Writes what has arrived whole, up to its mark. */
  const write = async (before: SnapshotProgress): Promise<void> => {
    const taken = chunks
    chunks = []
    waiting = 0
    filling = await fillChunk(cache, before, taken, after)
    writtenAt = now()
    progress(filling.rows, true, filling.total)
  }

  const take = async (line: SnapshotLine): Promise<'more' | 'done'> => {
    if (line.kind === 'begin') {
      filling = await beginSnapshot(cache, line, engineerId)
      after = filling.after
      progress(filling.rows, true, filling.total)
      return 'more'
    }
    if (filling === null) throw new Error('The backend sent rows without a beginning.')
    if (line.kind === 'row') {
      rows.push({ table: line.table, row: line.row })
      return 'more'
    }
    chunks.push(await storedRows(cache, rows))
    waiting += rows.length
    rows = []
    after = line.kind === 'mark' ? line.after : after
    const turned = line.kind === 'mark' && line.stage !== stage
    if (line.kind === 'end' || turned || waiting >= writtenRows || now() - writtenAt >= writtenMs) await write(filling)
    if (line.kind === 'end') {
      await showSnapshot(cache, filling)
      return 'done'
    }
    if (turned && filling.generation === cache.shownGeneration) cache.notices.tell({ kind: 'rows', reset: true, touched: new Map() })
    stage = line.stage
    return 'more'
  }

  try {
    for await (const line of followLines(batches, watchdogSeconds * 1_000, setTimer)) {
      signal.throwIfAborted()
      if ((await take(line)) === 'done') return
    }
  } catch (error) {
    // The line broke: what came over it is kept.
    if (filling !== null && chunks.length > 0) await write(filling)
    throw error
  }
  throw new Error('The backend broke off while sending everything. It goes on from there.')
}
