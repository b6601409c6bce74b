import { mkdirSync } from 'node:fs'
import type { Logger } from 'pino'
import type { Database } from './database'
import { openEmbedded } from './openEmbedded'
import { openServer } from './openServer'

/** The embedded engine in `dataDir`, or the PostgreSQL server of `databaseUrl`; the folder exists afterwards either way. */
export const openDatabase = async (parts: { readonly dataDir: string; readonly databaseUrl: string | null; readonly log: Logger }): Promise<Database> => {
  mkdirSync(parts.dataDir, { recursive: true, mode: 0o700 })
  return parts.databaseUrl === null ? openEmbedded(parts.dataDir) : openServer(parts.databaseUrl, parts.log)
}
