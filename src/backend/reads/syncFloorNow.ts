import type { Queries } from '../db/database'
import { syncHead } from '../db/schema'

/** The number up to which deletions are forgotten: a cursor below it begins anew (P9). */
export const syncFloorNow = async (queries: Queries): Promise<number> => {
  const [head] = await queries.select({ floor: syncHead.floor }).from(syncHead)
  return head?.floor ?? 0
}
