import { sealedScopeOf } from '../../protocol/sync/tableScopes'
import type { SealedScope, SealedTable } from '../../protocol/sync/tableScopes'
import type { PullResponse } from '../../protocol/sync/pull'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { DeskCache, StoredRow, UnparsedRow } from './deskCache'
import { parseRow } from './parseRow'
import { sealRow } from './sealRow'
import type { SealedRow } from './sealRow'

/** Rows ready to be put into the cache, and the name of the key each sealed scope was sealed with. */
export interface StoredRows {
  readonly readable: ReadonlyMap<SyncedTable, readonly StoredRow<SyncedTable>[]>
  readonly unreadable: readonly UnparsedRow[]
  readonly sealedWith: ReadonlyMap<SealedScope, string>
}

/**
 * Reads arrived rows one by one and seals those of sealed scopes, unreadable ones too: a secret that cannot be read yet
 * is a secret all the same (P10). Before the transaction, which the platform's cryptography would end.
 */
export const storedRows = async (cache: DeskCache, arrived: PullResponse['rows']): Promise<StoredRows> => {
  const readable = new Map<SyncedTable, StoredRow<SyncedTable>[]>()
  const unreadable: UnparsedRow[] = []
  const sealedWith = new Map<SealedScope, string>()
  const seal = async (scope: SealedScope, table: string, id: string, row: Readonly<Record<string, unknown>>): Promise<SealedRow> => {
    const key = await cache.scopeKeys.of(scope)
    sealedWith.set(scope, key.id)
    return sealRow(key, table as SealedTable, { ...row, id })
  }
  for (const { table, row } of arrived) {
    const parsed = parseRow(table, row)
    const scope = sealedScopeOf(table)
    if (!parsed.ok) {
      unreadable.push({ table, id: parsed.id, reason: parsed.reason, row: scope === null ? row : await seal(scope, table, parsed.id, row) })
      continue
    }
    const stored = scope === null ? parsed.row : await seal(scope, table, parsed.row.id, { ...parsed.row })
    const rows = readable.get(parsed.table)
    if (rows === undefined) readable.set(parsed.table, [stored as StoredRow<SyncedTable>])
    else rows.push(stored as StoredRow<SyncedTable>)
  }
  return { readable, unreadable, sealedWith }
}
