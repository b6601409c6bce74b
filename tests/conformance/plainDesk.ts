import type { Cursor, PullResponse } from '../../src/protocol/sync/pull'
import type { TestDesk } from './testBackend'

/** The smallest desk there is: holds what pages brought, and nothing else. */
export const plainDesk = () => {
  const held = new Map<string, Map<string, unknown>>()
  let cursor: Cursor | null = null
  const take = (page: PullResponse): void => {
    if (page.reset) held.clear()
    for (const table of page.purge ?? []) held.delete(table)
    for (const { table, row } of page.rows) held.set(table, (held.get(table) ?? new Map<string, unknown>()).set(String(row['id']), row))
    for (const { table, id } of [...page.tombstones, ...page.evictions]) held.get(table)?.delete(id)
    cursor = page.cursor
  }
  const catchUp = async (desk: Pick<TestDesk, 'pull'>, limit = 1_000): Promise<readonly PullResponse[]> => {
    const pages: PullResponse[] = []
    do {
      pages.push(await desk.pull(cursor, limit))
      take(pages.at(-1) as PullResponse)
    } while (pages.at(-1)?.more === true)
    return pages
  }
  return {
    /** Takes one page over. */
    take,
    /** Pulls until nothing more is to come; answers the pages. */
    catchUp,
    cursor: () => cursor as Cursor | null,
    setCursor: (given: Cursor) => {
      cursor = given
    },
    /** Ids of a table, in order. */
    ids: (table: string) => [...(held.get(table)?.keys() ?? [])].toSorted(),
    /** Everything held, in an order of its own. */
    dump: () =>
      [...held]
        .filter(([, rows]) => rows.size > 0)
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([table, rows]) => [table, [...rows].toSorted(([a], [b]) => a.localeCompare(b)).map(([, row]) => row)]),
  }
}
