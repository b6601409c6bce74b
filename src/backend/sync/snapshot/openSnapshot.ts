import { sql } from 'drizzle-orm'
import { snapshotChunkRows } from '../../../protocol/sync/snapshot'
import type { SnapshotLine } from '../../../protocol/sync/snapshot'
import type { SyncedTable } from '../../../protocol/sync/tables'
import { isSyncedTable } from '../../../protocol/sync/tables'
import { tablesOf } from '../../../protocol/sync/tableScopes'
import type { Database, Now, Queries } from '../../db/database'
import type { DeskSession } from '../../sessions/deskSession'
import { isSessionLive } from '../../sessions/isSessionLive'
import { deviceProgress } from '../deviceProgress'
import { planPull } from '../planPull'
import type { PullFacts } from '../planPull'
import { readPullFacts } from '../readPullFacts'
import { syncedTable } from '../syncedTable'
import { readSnapshotChunk } from './readSnapshotChunk'
import { readMark } from './snapshotMark'
import type { SnapshotMark } from './snapshotMark'

/** What a desk asks for. */
export interface SnapshotWish {
  readonly schema: number
  /** The last mark of a snapshot that was cut off. */
  readonly after?: string | undefined
  /** Only this table. */
  readonly table?: string | undefined
}

type Parts = { readonly database: Database; readonly now: Now }

const countRows = async (tx: Queries, tables: readonly SyncedTable[], upTo: number): Promise<number> => {
  if (tables.length === 0) return 0
  const counts = tables.map((table) => sql`(select count(*) from ${syncedTable[table]} where ${syncedTable[table].rev} <= ${upTo})`)
  const { rows } = (await tx.execute(sql`select ${sql.join(counts, sql` + `)} as total`)) as unknown as { rows: readonly { total: string | number }[] }
  return Number(rows[0]?.total ?? 0)
}

/**
 * Everything an engineer may read, in chunks of lines, each chunk from one consistent read that is closed before a line is
 * handed out: however slow the desk reads, no transaction waits for it and no copy of the rows is held. The next chunk is
 * read only when the one before was taken. Together they give the state at `begin`'s cursor, less what changed since,
 * which the pull after that cursor brings (see `partCondition`). Throws when the session ends meanwhile (P46).
 */
export async function* openSnapshot({ database, now }: Parts, session: DeskSession, wish: SnapshotWish, chunkRows = snapshotChunkRows): AsyncGenerator<readonly SnapshotLine[]> {
  const asked = wish.after === undefined ? null : readMark(wish.after)
  const wanted = (facts: PullFacts): readonly SyncedTable[] => tablesOf(facts.readable).filter((table) => wish.table === undefined || table === wish.table)
  const beginning = await database.read(async (tx) => {
    const facts = await readPullFacts(tx, session, wish.schema)
    const going = asked !== null && asked.cursor.schema === wish.schema && !planPull(asked.cursor, facts).reset && isSyncedTable(asked.table) && wanted(facts).includes(asked.table)
    const { epoch, seq, scopeV } = facts.head
    const cursor: SnapshotMark['cursor'] = going ? asked.cursor : { epoch, seq, scopeV, schema: wish.schema, scopes: [...facts.readable], backfill: null }
    const total = await countRows(tx, wanted(facts), cursor.seq)
    const { lastMut } = await deviceProgress(tx, session)
    return { cursor, from: going ? asked : null, line: { kind: 'begin', cursor, total, lastMut } as const }
  })
  const { cursor } = beginning
  yield [beginning.line]
  let { from } = beginning
  for (;;) {
    const { lines, next } = await database.read(async (tx) => {
      if (!(await isSessionLive(tx, session, now()))) throw new Error('the session ended within a snapshot')
      const facts = await readPullFacts(tx, session, wish.schema)
      if (facts.head.epoch !== cursor.epoch) throw new Error('the database was replaced within a snapshot')
      return readSnapshotChunk(tx, { from, cursor, tables: wanted(facts), limit: chunkRows })
    })
    if (next === null) {
      yield [...lines, { kind: 'end' }]
      return
    }
    yield lines
    from = next
  }
}
