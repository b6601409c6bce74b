import type { Commit, Queries, Touched } from './database'
import { collectTouched, recordChange } from './recordChange'

/** The body of every writing transaction, on either engine: the work, then the commit number as the last statement. */
export const writeTransaction =
  <T>(work: (tx: Queries, touched: Touched) => Promise<T>, beforeNumber: (tx: Queries) => Promise<void>) =>
  async (tx: Queries): Promise<Commit<T>> => {
    const touched = collectTouched()
    const value = await work(tx, touched)
    const rows = [...touched.ops.values()]
    if (rows.length === 0) return { value, seq: null }
    await beforeNumber(tx)
    return { value, seq: await recordChange(tx, rows) }
  }
