import { eq } from 'drizzle-orm'
import { scopesOf } from '../../domain/access/scopes'
import type { Scope } from '../../domain/access/scopes'
import type { Queries } from '../db/database'
import { engineer } from '../db/schema'

/**
 * The scopes an engineer may read by their role in this very read (P10): a session's own copy of the role may be older
 * than the rows. None when the account is unknown or switched off.
 */
export const readableScopes = async (tx: Queries, engineerId: string): Promise<readonly Scope[]> => {
  const [found] = await tx.select({ role: engineer.role, active: engineer.active }).from(engineer).where(eq(engineer.id, engineerId))
  return found?.active === true ? scopesOf(found.role) : []
}
