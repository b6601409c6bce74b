import { randomUUID } from 'node:crypto'
import { defaultPolicyValues } from '../../domain/policy/defaultPolicy'
import type { Database } from './database'
import { policy, syncHead } from './schema'

/** Gives a new database its epoch and its policy record; an old one is left as it is. */
export const layFirstRows = async (database: Database): Promise<void> => {
  await database.write(async (tx, touched) => {
    await tx.insert(syncHead).values({ epoch: randomUUID(), seq: 0, scopeV: 1 }).onConflictDoNothing()
    const laid = await tx
      .insert(policy)
      .values({ id: 'policy', version: 1, values: defaultPolicyValues })
      .onConflictDoNothing()
      .returning({ id: policy.id })
    if (laid.length > 0) touched.put('policy', 'policy')
  })
}
