import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FSDriver } from 'flydrive/drivers/fs'
import type { FileStore } from '../context'
import { measureFile } from './measureFile'
import { mediaTypeOf } from './mediaTypeOf'
import { safeFileName } from './safeFileName'

/** More than any channel lets through; a wall behind the channels' own limits. In bytes. */
const mostBytes = 64 * 1024 * 1024

const fileId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a file lies: by the id the backend made, never by a name from outside. */
const keyOf = (id: string): string => {
  if (!fileId.test(id)) throw new Error(`“${id}” is not the id of a stored file`)
  return `${id.slice(0, 2)}/${id}`
}

const syncFolder = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Attachments in `<dataDir>/files`. `stage` answers once the bytes are on the disk (file and folder synced); it fails
 * with `FileTooLargeError` past `maxBytes` and keeps nothing then.
 */
export const openFileStore = (dataDir: string): FileStore => {
  const root = join(dataDir, 'files')
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const disk = new FSDriver({ location: root, visibility: 'private' })
  return {
    stage: async (content, name, maxBytes = mostBytes) => {
      const id = randomUUID()
      const safeName = safeFileName(name)
      const measure = measureFile(safeName, maxBytes)
      const path = join(root, keyOf(id))
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        // Not flydrive's putStream: it reports a broken stream before it stopped writing, so the file could come back.
        await pipeline(content, measure.stream, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
      } catch (error) {
        await disk.delete(keyOf(id))
        throw error
      }
      await syncFolder(dirname(path))
      const start = measure.start()
      return { id, name: safeName, mediaType: await mediaTypeOf(start), size: measure.size(), sha256: measure.sha256() }
    },
    open: async (id) => disk.getStream(keyOf(id)),
    discard: async (id) => disk.delete(keyOf(id)),
  }
}
