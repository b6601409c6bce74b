import type { Hint } from '../../protocol/sync/pull'
import type { Queries } from '../db/database'
import { syncHead } from '../db/schema'

/** The database's epoch, its last commit number and its version of scopes. */
export const syncHeadNow = async (queries: Queries): Promise<Hint> => {
  const [head] = await queries.select({ epoch: syncHead.epoch, seq: syncHead.seq, scopeV: syncHead.scopeV }).from(syncHead)
  if (!head) throw new Error('sync_head has no row: the database was not migrated, or its single row was deleted')
  return head
}
