import { createHash } from 'node:crypto'
import type { FileFacts, FileLimit } from './byteStore'
import { FileTooLargeError } from './FileTooLargeError'
import { mediaTypeOf, sniffedBytes } from './mediaTypeOf'

/** What is learned of a file while it streams by. */
export interface FileMeasure {
  /** Takes the next bytes; throws a `FileTooLargeError` past the limit. */
  readonly take: (chunk: Uint8Array) => void
  /** Once all were taken. */
  readonly facts: () => Promise<FileFacts>
}

/** Hashes, counts and keeps the first bytes. */
export const measureFile = ({ name, maxBytes }: FileLimit): FileMeasure => {
  const hash = createHash('sha256')
  const start: Uint8Array[] = []
  let size = 0
  return {
    take: (chunk) => {
      if (size < sniffedBytes) start.push(chunk.subarray(0, sniffedBytes - size))
      size += chunk.length
      if (size > maxBytes) throw new FileTooLargeError(name, maxBytes)
      hash.update(chunk)
    },
    facts: async () => ({ mediaType: await mediaTypeOf(Buffer.concat(start)), size, sha256: hash.digest('hex') }),
  }
}
