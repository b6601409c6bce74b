import { setTimeout as pause } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import type { Logger } from 'pino'
import { createCommitListeners } from './commitListeners'
import { commitChannel, watchCommits } from './commitWatch'
import type { Database, Queries } from './database'
import { layFirstRows } from './layFirstRows'
import { migrationsFolder } from './migrationsFolder'
import * as schema from './schema'
import { isConflict } from './sqlState'
import { writeTransaction } from './writeTransaction'
import { sql } from 'drizzle-orm'

/** Any fixed number: whoever holds it migrates. */
const migrationLock = 7_302_610_524

/** Conflicting transactions are rolled back whole, so they may simply run again. */
const mostTries = 8

/**
 * Connects to any PostgreSQL by its URL, migrated and ready. Several backends may share one. Throws with the
 * server's own words when it cannot be reached or refuses.
 */
export const openServer = async (databaseUrl: string, log: Logger): Promise<Database> => {
  const pool = new Pool({ connectionString: databaseUrl, max: 10, options: '-c timezone=UTC', connectionTimeoutMillis: 10_000 })
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ reason: error.message }, 'an idle database connection broke'))
  try {
    const database = await wrapPool(pool, databaseUrl, log)
    return database
  } catch (error) {
    await pool.end()
    throw error
  }
}

const wrapPool = async (pool: Pool, databaseUrl: string, log: Logger): Promise<Database> => {
  const drizzled = drizzle({ client: pool, schema })
  const commits = createCommitListeners()
  const notify = async (tx: Queries): Promise<void> => void (await tx.execute(sql`select pg_notify(${commitChannel}, '')`))

  const write: Database['write'] = async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        const commit = await drizzled.transaction(writeTransaction(work, notify))
        if (commit.seq !== null) commits.tell()
        return commit
      } catch (error) {
        if (!isConflict(error) || tries >= mostTries) throw error
        await pause(2 ** tries * Math.random())
      }
    }
  }

  const migrator = await pool.connect()
  try {
    await migrator.query('select pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle({ client: migrator, schema }), { migrationsFolder })
  } finally {
    await migrator.query('select pg_advisory_unlock_all()')
    migrator.release()
  }
  const watch = watchCommits({ databaseUrl, queries: drizzled, tell: commits.tell, log })
  const database: Database = {
    engine: 'server',
    queries: drizzled,
    read: async (work) => drizzled.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' }),
    write,
    onCommit: commits.add,
    close: async () => {
      await watch.close()
      await pool.end()
    },
  }
  await layFirstRows(database)
  return database
}
