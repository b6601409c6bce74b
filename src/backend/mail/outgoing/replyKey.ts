import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/**
 * The key our reply tokens are signed with: a file outside the database, made on first use, readable by its owner only.
 * Backends that share a database must share this file, else replies to the other's mail open new tickets.
 */
export const replyKey = (dataDir: string): Buffer => {
  const path = join(dataDir, 'mail-reply.key')
  try {
    return readFileSync(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const key = randomBytes(32)
  writeFileSync(path, key, { mode: 0o600, flag: 'wx', flush: true })
  return key
}
