import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { S3Settings } from '../config/readS3Settings'
import { StartFailure } from '../config/startFailure'
import type { ByteStore } from './byteStore'
import { openDiskBytes } from './openDiskBytes'
import { StorageAwayError } from './StorageAwayError'

/** What lies in the spool for longer was left by a backend that was killed, in milliseconds. */
const forgottenMs = 24 * 60 * 60 * 1000

/** Another backend may be using the same folder, so only what is old goes. */
const clearSpool = async (spool: string, nowMs: number): Promise<void> => {
  await mkdir(spool, { recursive: true, mode: 0o700 })
  for (const name of await readdir(spool)) {
    const path = join(spool, name)
    const { mtimeMs } = await stat(path)
    if (nowMs - mtimeMs > forgottenMs) await rm(path, { force: true })
  }
}

/**
 * Opens the place of the files: a bucket if one is configured, else `<dataDir>/files`. Throws a `StartFailure` in words
 * for the administrator when it cannot be used.
 */
export const openStorage = async (dataDir: string, s3: S3Settings | null): Promise<ByteStore> => {
  if (s3 === null) return openDiskBytes(dataDir)
  const spool = join(dataDir, 'spool')
  await clearSpool(spool, Date.now())
  // Loaded only when it is used: it costs half a second.
  const { openS3Bytes } = await import('./openS3Bytes')
  const bytes = openS3Bytes(s3, spool)
  try {
    await bytes.check()
    return bytes
  } catch (error) {
    if (error instanceof StorageAwayError) throw new StartFailure(error.detail)
    throw error
  }
}
