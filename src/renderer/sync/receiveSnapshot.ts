import type { PullResponse } from '../../protocol/sync/pull'
import { watchdogSeconds } from '../../protocol/sync/pull'
import type { SnapshotLine, SnapshotStage } from '../../protocol/sync/snapshot'
import { beginSnapshot } from '../cache/beginSnapshot'
import { fillChunk } from '../cache/fillChunk'
import type { SnapshotProgress } from '../cache/readMeta'
import { readMeta } from '../cache/readMeta'
import { showSnapshot } from '../cache/showSnapshot'
import { followLines } from './followLines'
import type { RoundParts } from './syncRound'

/** Rows between two words on the progress: drawing it takes longer than storing a chunk. */
const toldEvery = 1_000

/**
 * Fetches everything anew into a generation of its own and shows it when it is whole (P13). Cut off, it goes on at its last
 * mark the next time. On a desk that holds nothing yet the rows are shown as they come, Urgent tickets first. Rejects
 * with a sentence when the backend breaks off or falls silent.
 */
export const receiveSnapshot = async (parts: RoundParts, signal: AbortSignal): Promise<void> => {
  const { cache, client, token, engineerId, progress, setTimer } = parts
  const held = await readMeta(cache, 'snapshot')
  const batches = await client.snapshot(token, held === null ? {} : { after: held.after ?? undefined }, signal)
  let filling: SnapshotProgress | null = null
  let rows: PullResponse['rows'] = []
  let stage: SnapshotStage = 'firm'
  let told = 0

  const take = async (line: SnapshotLine): Promise<'more' | 'done'> => {
    if (line.kind === 'begin') {
      filling = await beginSnapshot(cache, line, engineerId)
      told = filling.rows
      progress(told, true, filling.total)
      return 'more'
    }
    if (filling === null) throw new Error('The backend sent rows without a beginning.')
    if (line.kind === 'row') {
      rows.push({ table: line.table, row: line.row })
      return 'more'
    }
    filling = await fillChunk(cache, filling, rows, line.kind === 'mark' ? line.after : filling.after)
    rows = []
    if (filling.rows - told >= toldEvery || line.kind === 'end') {
      told = filling.rows
      progress(told, true, filling.total)
    }
    if (line.kind === 'end') {
      await showSnapshot(cache, filling)
      return 'done'
    }
    if (line.stage !== stage && filling.generation === cache.shownGeneration) cache.notices.tell({ kind: 'rows', reset: true, touched: new Map() })
    stage = line.stage
    return 'more'
  }

  for await (const line of followLines(batches, watchdogSeconds * 1_000, setTimer)) {
    signal.throwIfAborted()
    if ((await take(line)) === 'done') return
  }
  throw new Error('The backend broke off while sending everything. It goes on from there.')
}
