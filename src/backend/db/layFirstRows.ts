import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { completePolicy } from '../../domain/policy/completePolicy'
import { defaultPolicyValues } from '../../domain/policy/defaultPolicy'
import type { Database, Queries } from './database'
import { policy, syncHead } from './schema'

/** Gives a new database its epoch and its policy record; an older one's policy gets the numbers it lacks. */
export const layFirstRows = async (database: Database): Promise<void> => {
  await database.write(async (tx, touched) => {
    await tx.insert(syncHead).values({ epoch: randomUUID(), seq: 0, scopeV: 1 }).onConflictDoNothing()
    const laid = await tx
      .insert(policy)
      .values({ id: 'policy', version: 1, values: defaultPolicyValues })
      .onConflictDoNothing()
      .returning({ id: policy.id })
    if (laid.length > 0 || (await completeStoredPolicy(tx))) touched.put('policy', 'policy')
  })
}

/** Answers whether the stored record lacked a number and was completed. */
const completeStoredPolicy = async (tx: Queries): Promise<boolean> => {
  const [stored] = await tx.select().from(policy).where(eq(policy.id, 'policy'))
  if (stored === undefined) return false
  const { values } = completePolicy(stored)
  if (values === stored.values) return false
  await tx.update(policy).set({ values }).where(eq(policy.id, 'policy'))
  return true
}
