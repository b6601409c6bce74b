import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { FileTooLargeError } from './FileTooLargeError'
import { sniffedBytes } from './mediaTypeOf'

/** What is learned of a file while it streams by. Complete once the stream ended. */
export interface FileMeasure {
  readonly stream: Transform
  /** In bytes. */
  readonly size: () => number
  readonly sha256: () => string
  readonly start: () => Uint8Array
}

/** A pass-through that hashes, counts and keeps the first bytes; fails with `FileTooLargeError` past `maxBytes`. */
export const measureFile = (fileName: string, maxBytes: number): FileMeasure => {
  const hash = createHash('sha256')
  const kept: Buffer[] = []
  let size = 0
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      const missing = sniffedBytes - size
      if (missing > 0) kept.push(chunk.subarray(0, missing))
      size += chunk.length
      if (size > maxBytes) {
        done(new FileTooLargeError(fileName, maxBytes))
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, size: () => size, sha256: () => hash.digest('hex'), start: () => Buffer.concat(kept) }
}
