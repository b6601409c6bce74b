import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { lockDataDir } from './dataDirLock'
import type { Database } from './database'
import { DurableNodeFS } from './durableNodeFs'
import { layFirstRows } from './layFirstRows'
import { migrationsFolder } from './migrationsFolder'
import { wrapEngine } from './wrapEngine'

/** The switches of the embedded engine: real syncs, UTC. */
export const engineParameters: readonly string[] = [
  // The engine's own default is `-F`: never sync.
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c', 'fsync=on',
  '-c', 'wal_sync_method=fsync',
  '-c', 'timezone=UTC',
]

/**
 * Opens (or makes) the embedded PostgreSQL in `<dataDir>/database`, migrated and ready. Throws `DataDirLockedError`
 * when another backend owns the folder. The folder must be on a file system of this machine.
 */
export const openEmbedded = async (dataDir: string): Promise<Database> => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = await lockDataDir(dataDir)
  let engine: PGlite | undefined
  try {
    engine = await PGlite.create({ fs: new DurableNodeFS(join(dataDir, 'database')), startParams: [...engineParameters] })
    const opened = wrapEngine(engine, lock.release)
    await migrate(opened.drizzled, { migrationsFolder })
    await layFirstRows(opened.database)
    return opened.database
  } catch (error) {
    await engine?.close()
    lock.release()
    throw error
  }
}
