import type { PullResponse } from '../../protocol/sync/pull'
import { watchdogSeconds } from '../../protocol/sync/pull'
import type { DigestResponse } from '../../protocol/sync/digest'
import type { SyncedTable } from '../../protocol/sync/tables'
import { noteTrouble } from '../bridge/troubleStore'
import { findDrift } from '../cache/findDrift'
import { mendTable } from '../cache/mendTable'
import { readMeta, writeMeta } from '../cache/readMeta'
import { followLines } from './followLines'
import type { RoundParts } from './syncRound'

const readAgain = async ({ cache, client, token, setTimer }: RoundParts, table: SyncedTable, signal: AbortSignal): Promise<void> => {
  const mending = mendTable(cache, table)
  let rows: PullResponse['rows'] = []
  for await (const line of followLines(await client.snapshot(token, { table }, signal), watchdogSeconds * 1_000, setTimer)) {
    signal.throwIfAborted()
    if (line.kind === 'row') rows.push({ table: line.table, row: line.row })
    if (line.kind !== 'mark' && line.kind !== 'end') continue
    await mending.put(rows)
    rows = []
    if (line.kind === 'end') return mending.finish()
  }
  throw new Error('The backend broke off while a table was read again. It is tried again soon.')
}

/**
 * Compares this desk's copy with what the backend says it amounts to, and reads again what differs, and only that (P12).
 * Nobody has to do anything: it is counted, and told in the settings' report.
 */
export const mendDrift = async (parts: RoundParts, digests: NonNullable<DigestResponse['digests']>, signal: AbortSignal): Promise<void> => {
  const { cache, now } = parts
  const drifted = await findDrift(cache, digests)
  const before = (await readMeta(cache, 'copyCheck')) ?? { checkedAt: now(), found: 0, foundAt: null }
  const found = drifted.length === 0 ? {} : { found: before.found + drifted.length, foundAt: now() }
  await writeMeta(cache, 'copyCheck', { ...before, checkedAt: now(), ...found })
  if (drifted.length > 0) noteTrouble(`This desk’s copy of ${drifted.join(', ')} was not what the backend has. It is read again.`)
  for (const table of drifted) await readAgain(parts, table, signal)
}
