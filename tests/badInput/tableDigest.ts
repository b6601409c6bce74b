import { sql } from 'drizzle-orm'
import type { Database } from '../../src/backend/db/database'

const rowsOf = async (database: Database, statement: string): Promise<readonly Record<string, unknown>[]> =>
  ((await database.queries.execute(sql.raw(statement))) as unknown as { rows: Record<string, unknown>[] }).rows

/** Makes a function that answers a digest of every row of every table: equal digests, nothing was changed. */
export const openTableDigest = async (database: Database): Promise<() => Promise<string>> => {
  const tables = await rowsOf(database, "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
  const all = tables.map(({ name }) => `select t::text as line from ${String(name)} t`).join(' union all ')
  return async () => {
    const [row] = await rowsOf(database, `select count(*) || ' ' || md5(coalesce(string_agg(md5(line), '' order by md5(line)), '')) as digest from (${all}) rows`)
    return String(row?.['digest'])
  }
}
