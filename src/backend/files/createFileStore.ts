import { randomUUID } from 'node:crypto'
import type { BackendContext, FileStore } from '../context'
import { safeFileName } from '../../protocol/files/safeFileName'
import { stagedFile } from '../db/schema'
import type { ByteStore } from './byteStore'
import { ownedFiles } from './ownedFiles'
import { StorageAwayError } from './StorageAwayError'

/** More than any channel lets through; a wall behind the channels' own limits. In bytes. */
const mostBytes = 64 * 1024 * 1024

/**
 * Attachments: bytes in `bytes`, and a row for each file from before its first byte, so that one which no ticket came to
 * own is found and removed (`FileSweep`).
 */
export const createFileStore = (bytes: ByteStore, { database, now, log }: Pick<BackendContext, 'database' | 'now' | 'log'>): FileStore => {
  const telling = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      if (error instanceof StorageAwayError) log.error({ detail: error.detail }, 'the file storage failed')
      throw error
    })
  return {
    stage: async (content, name, maxBytes = mostBytes) => {
      const id = randomUUID()
      const safeName = safeFileName(name)
      try {
        await database.write(async (tx) => tx.insert(stagedFile).values({ id, stagedAt: now() }))
      } catch (error) {
        content.destroy()
        throw error
      }
      return { id, name: safeName, ...(await telling(bytes.write(id, content, { name: safeName, maxBytes }))) }
    },
    open: async (id) => telling(bytes.open(id)),
    discard: async (id) => {
      try {
        // The commit that came to own it may have gone through although its answer was lost.
        if ((await ownedFiles(database.queries, [id])).has(id)) return
        await bytes.remove(id)
      } catch (error) {
        log.warn({ err: error, file: id }, 'a file that nothing owns could not be removed now; it is swept later')
      }
    },
  }
}
