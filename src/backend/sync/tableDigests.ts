import { sql } from 'drizzle-orm'
import type { TableDigest } from '../../protocol/sync/digest'
import { sumText } from '../../protocol/sync/rowSum'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { Queries } from '../db/database'
import { syncedTable } from './syncedTable'

interface Found {
  readonly table: SyncedTable
  readonly rows: string | number
  readonly a: string | null
  readonly b: string | null
  readonly c: string | null
  readonly d: string | null
}

/** Four words of 32 bits, each summed up by itself, as one sum modulo 2^128. */
const joinWords = (words: readonly (string | null)[]): bigint =>
  words.reduce((sum, word) => (sum << 32n) + BigInt(word ?? 0), 0n) % (1n << 128n)

const word = (at: number) => sql.raw(`sum(('x' || substr(hash, ${String(at * 8 + 1)}, 8))::bit(32)::bigint)`)

/** What each table amounts to in `tx`, summed up by the database: no row travels to this process (P12). */
export const tableDigests = async (tx: Queries, tables: readonly SyncedTable[]): Promise<Record<string, TableDigest>> => {
  if (tables.length === 0) return {}
  const each = tables.map((table) => {
    const source = syncedTable[table]
    return sql`select ${table} as "table", count(*) as rows, ${word(0)} as a, ${word(1)} as b, ${word(2)} as c, ${word(3)} as d
      from (select md5(${source.id}::text || ':' || ${source.rev}::text) as hash from ${source}) as hashes`
  })
  const { rows } = (await tx.execute(sql.join(each, sql` union all `))) as unknown as { rows: readonly Found[] }
  return Object.fromEntries(rows.map(({ table, rows: count, a, b, c, d }) => [table, { count: Number(count), sum: sumText(joinWords([a, b, c, d])) }]))
}
