import { randomUUID } from 'node:crypto'
import type { BackendContext, FileStore } from '../context'
import type { ByteStore } from './byteStore'
import { ownedFiles } from './ownedFiles'
import { safeFileName } from './safeFileName'
import { StorageAwayError } from './StorageAwayError'

/** More than any channel lets through; a wall behind the channels' own limits. In bytes. */
const mostBytes = 64 * 1024 * 1024

/** Attachments, their bytes in `bytes`. */
export const createFileStore = (bytes: ByteStore, { database, log }: Pick<BackendContext, 'database' | 'log'>): FileStore => {
  const telling = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      if (error instanceof StorageAwayError) log.error({ detail: error.detail }, 'the file storage failed')
      throw error
    })
  return {
    stage: async (content, name, maxBytes = mostBytes) => {
      const id = randomUUID()
      const safeName = safeFileName(name)
      return { id, name: safeName, ...(await telling(bytes.write(id, content, { name: safeName, maxBytes }))) }
    },
    open: async (id) => telling(bytes.open(id)),
    discard: async (id) => {
      try {
        // The commit that came to own it may have gone through although its answer was lost.
        if ((await ownedFiles(database.queries, [id])).has(id)) return
        await bytes.remove(id)
      } catch (error) {
        log.warn({ err: error, file: id }, 'a file that nothing owns could not be removed')
      }
    },
  }
}
