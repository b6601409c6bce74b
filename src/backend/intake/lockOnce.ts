import { sql } from 'drizzle-orm'
import type { Queries } from '../db/database'

/** Lets one transaction at a time pass with `key`; released at its end. So "look, then insert" happens once. */
export const lockOnce = async (tx: Queries, key: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}
