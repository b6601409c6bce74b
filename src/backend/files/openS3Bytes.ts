import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { S3Driver } from 'flydrive/drivers/s3'
import type { S3Settings } from '../config/readS3Settings'
import type { ByteStore, FileFacts } from './byteStore'
import { FileMissingError } from './FileMissingError'
import { fileKey } from './fileKey'
import { receiveFile } from './receiveFile'
import { sayS3Failure } from './sayS3Failure'
import { StorageAwayError } from './StorageAwayError'

/** The file that is read to see whether the bucket can be reached; it needs no right to list. */
const checkedKey = 'storage-check'

/** In milliseconds: to connect, to be without any byte, and before a write is tried anew. */
const defaultTimes = { connect: 5_000, idle: 20_000, again: 300 }
const mostTries = 3

export type S3Times = Readonly<Record<keyof typeof defaultTimes, number>>

const say = (): void => undefined
const silent = { debug: say, info: say, warn: say, error: say }

const codeOf = (error: unknown): string => (error instanceof Error ? error.name : '')

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && '$metadata' in error ? (error.$metadata as { readonly httpStatusCode?: number }).httpStatusCode : undefined

/** The library calls a broken connection a timeout as well. */
const isSilence = (error: unknown): boolean =>
  error instanceof Error && error.name === 'TimeoutError' && !('code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE'))

/** Refusals that another try will not change, and silence, which was waited for long enough. */
const isFinal = (error: unknown): boolean => (statusOf(error) ?? 500) < 500 || isSilence(error)

/**
 * Files in an S3-compatible bucket, under the same keys as on a disk. An upload is first received into `spool`, so that
 * one that breaks off never reaches the bucket, and the bucket gets each file in one piece whose digest it checks.
 */
export const openS3Bytes = (settings: S3Settings, spool: string, times: S3Times = defaultTimes): ByteStore => {
  const { bucket, endpoint, region, accessKeyId, secretAccessKey, pathStyle, prefix } = settings
  const driver = new S3Driver({
    bucket,
    region,
    ...(endpoint === null ? {} : { endpoint }),
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    visibility: 'private',
    supportsACL: false,
    // Each file's own digest is sent; the newer checksums in trailers are not understood by every server.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    // What fails is told by whoever asked.
    logger: silent,
    requestHandler: { connectionTimeout: times.connect, socketTimeout: times.idle },
  })
  const keyOf = (id: string): string => `${prefix}${fileKey(id)}`
  const away = (error: unknown): StorageAwayError => new StorageAwayError(sayS3Failure(error, settings), error)

  const put = async (key: string, path: string, { size, sha256, mediaType }: FileFacts): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      const content = createReadStream(path)
      try {
        return await driver.putStream(key, content, {
          contentLength: size,
          contentType: mediaType,
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        })
      } catch (error) {
        if (tries >= mostTries || isFinal(error)) throw away(error)
      } finally {
        content.destroy()
      }
      await pause(times.again * tries)
    }
  }

  const get = async (key: string, id: string): Promise<Readable> =>
    driver.getStream(key).catch((error: unknown) => {
      throw codeOf(error) === 'NoSuchKey' ? new FileMissingError(id) : away(error)
    })

  let written = false
  const checkOnce = async (): Promise<void> => {
    // Written once: in a bucket that keeps versions, every further one would stay.
    if (!written) await driver.put(`${prefix}${checkedKey}`, 'Engineer Console reads this to see whether its files can be reached.\n', { contentType: 'text/plain' })
    written = true
    await driver.getBytes(`${prefix}${checkedKey}`)
  }

  return {
    write: async (id, content, limit) => {
      const path = join(spool, id)
      const facts = await receiveFile(path, content, limit)
      try {
        await put(keyOf(id), path, facts)
        return facts
      } catch (error) {
        // It may be there all the same, whole or in part. What stays even now is swept, since nothing will own it.
        await driver.delete(keyOf(id)).catch(() => undefined)
        throw error
      } finally {
        await rm(path, { force: true })
      }
    },
    open: async (id) => get(keyOf(id), id),
    remove: async (id) =>
      driver.delete(keyOf(id)).catch((error: unknown) => {
        throw away(error)
      }),
    check: async () =>
      checkOnce().catch((error: unknown) => {
        throw away(error)
      }),
  }
}
