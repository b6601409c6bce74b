import { eq } from 'drizzle-orm'
import type { Policy } from '../../domain/policy/policy'
import type { Queries } from '../db/database'
import { policy } from '../db/schema'

/** A backend has one record; a process with several databases, as in tests, has a few. */
const rememberedPolicies = 8

const remembered = new Map<string, Policy>()

/**
 * The one policy record, read anew each time and answered as the same object while nothing of it changed: opening hours
 * are remembered by the object, and building them costs more than all else that a request decides.
 */
export const readPolicy = async (tx: Queries): Promise<Policy> => {
  const [found] = await tx.select().from(policy).where(eq(policy.id, 'policy'))
  if (!found) throw new Error('the policy record is missing: the database was not set up by this backend')
  const content = JSON.stringify(found)
  const known = remembered.get(content)
  if (known !== undefined) return known
  if (remembered.size >= rememberedPolicies) remembered.clear()
  remembered.set(content, found)
  return found
}
