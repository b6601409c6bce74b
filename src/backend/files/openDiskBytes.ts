import { constants, mkdirSync } from 'node:fs'
import { access, open, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { FSDriver } from 'flydrive/drivers/fs'
import type { ByteStore } from './byteStore'
import { FileMissingError } from './FileMissingError'
import { fileKey } from './fileKey'
import { onDisk } from './onDisk'
import { receiveFile } from './receiveFile'
import { StorageAwayError } from './StorageAwayError'

/** With less than this left, in bytes, the next large file may not fit. */
const leastFree = 64 * 1024 * 1024

const openIfThere = async (path: string, id: string) =>
  open(path, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new FileMissingError(id)
    throw new StorageAwayError(`A file cannot be read: ${String(error)}`, error)
  })

/** Files in `<dataDir>/files`, each synced to the disk before it is answered for. */
export const openDiskBytes = (dataDir: string): ByteStore => {
  const root = join(dataDir, 'files')
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const disk = new FSDriver({ location: root, visibility: 'private' })
  return {
    // Not flydrive's putStream: it reports a broken stream before it stopped writing, so the file could come back.
    write: async (id, content, limit) => receiveFile(join(root, fileKey(id)), content, limit),
    open: async (id) => (await openIfThere(join(root, fileKey(id)), id)).createReadStream(),
    remove: async (id) => onDisk(disk.delete(fileKey(id))),
    check: async () => {
      await onDisk(access(root, constants.R_OK | constants.W_OK))
      const { bavail, bsize } = await onDisk(statfs(root))
      if (bavail * bsize < leastFree) throw new StorageAwayError('The disk of the files is nearly full.', null)
    },
  }
}
