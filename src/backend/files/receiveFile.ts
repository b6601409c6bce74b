import { mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import type { FileFacts, FileLimit } from './byteStore'
import { measureFile } from './measureFile'
import { onDisk } from './onDisk'

const syncFolder = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const writeAll = async (path: string, content: Readable, limit: FileLimit): Promise<FileFacts> => {
  const measure = measureFile(limit)
  const file = await onDisk(open(path, 'wx', 0o600))
  try {
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      measure.take(chunk)
      await onDisk(file.appendFile(chunk))
    }
    await onDisk(file.sync())
  } finally {
    await onDisk(file.close())
  }
  return measure.facts()
}

/**
 * Streams `content` into a new file at `path`; answers once file and folder are on the disk. Rejects as
 * `ByteStore.write` does, and leaves no file then.
 */
export const receiveFile = async (path: string, content: Readable, limit: FileLimit): Promise<FileFacts> => {
  const folder = dirname(path)
  try {
    const made = await onDisk(mkdir(folder, { recursive: true, mode: 0o700 }))
    const facts = await writeAll(path, content, limit)
    await onDisk(syncFolder(folder))
    // A new folder is an entry of its parent, which must be on the disk too.
    if (made !== undefined) await onDisk(syncFolder(dirname(folder)))
    return facts
  } catch (error) {
    content.destroy()
    await onDisk(rm(path, { force: true }))
    throw error
  }
}
