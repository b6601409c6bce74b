import { eq } from 'drizzle-orm'
import type { Policy } from '../../domain/policy/policy'
import type { Queries } from '../db/database'
import { policy } from '../db/schema'

/** The one policy record. */
export const readPolicy = async (tx: Queries): Promise<Policy> => {
  const [found] = await tx.select().from(policy).where(eq(policy.id, 'policy'))
  if (!found) throw new Error('the policy record is missing: the database was not set up by this backend')
  return found
}
