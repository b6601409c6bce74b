import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { createCommitListeners } from './commitListeners'
import type { Database } from './database'
import * as schema from './schema'
import { writeTransaction } from './writeTransaction'

/** An embedded engine as the one `Database`; `release` is called once it is closed. */
export const wrapEngine = (engine: PGlite, release: () => void) => {
  const drizzled = drizzle({ client: engine, schema })
  const commits = createCommitListeners()
  const database: Database = {
    engine: 'embedded',
    queries: drizzled,
    read: async (work) => drizzled.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' }),
    write: async (work) => {
      const commit = await drizzled.transaction(writeTransaction(work, async () => undefined))
      if (commit.seq !== null) commits.tell()
      return commit
    },
    onCommit: commits.add,
    close: async () => {
      try {
        await engine.close()
      } finally {
        release()
      }
    },
  }
  return { drizzled, database }
}
