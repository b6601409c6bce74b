import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ByteStore } from '../../src/backend/files/byteStore'
import { createFileStore } from '../../src/backend/files/createFileStore'
import { FileMissingError } from '../../src/backend/files/FileMissingError'
import { FileTooLargeError } from '../../src/backend/files/FileTooLargeError'
import { openStorage } from '../../src/backend/files/openStorage'
import type { FileStore } from '../../src/backend/context'
import { openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { startS3Server } from '../fixtures/s3Server'
import type { S3Server } from '../fixtures/s3Server'

let backend: CustomerBackend
let s3: S3Server
let dataDir: string

beforeAll(async () => {
  ;[backend, s3] = await Promise.all([openCustomerBackend(), startS3Server()])
})
afterAll(async () => {
  await backend.close()
  await s3.stop()
})
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'files-store-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const onePixelPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Names of the plain files anywhere in the data folder. */
const onDisk = (): readonly string[] => readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name)

interface Kind {
  readonly open: () => Promise<ByteStore>
  /** Ids of what is stored, leaving out what the storage keeps for itself. */
  readonly stored: () => readonly string[]
}

const kinds: Readonly<Record<string, Kind>> = {
  'the disk': { open: async () => openStorage(dataDir, null), stored: onDisk },
  'an S3-compatible server': {
    open: async () => openStorage(dataDir, { ...s3.settings, prefix: `${dataDir.replaceAll(/\W/g, '')}/` }),
    stored: () => s3.keys().flatMap((key) => (key.startsWith(`${dataDir.replaceAll(/\W/g, '')}/`) && !key.endsWith('storage-check') ? [key.split('/').at(-1) ?? ''] : [])),
  },
}

describe.each(Object.entries(kinds))('files on %s', (_where, { open, stored }) => {
  let store: FileStore

  beforeEach(async () => {
    store = createFileStore(await open(), backend.context)
  })
  /** Nothing but what is stored lies anywhere, an unfinished upload least of all. */
  const nothingElseOnDisk = (): void => expect(onDisk().filter((name) => !stored().includes(name))).toEqual([])

  test('a staged file comes back byte for byte, with its hash, its size and its type by content', async () => {
    const staged = await store.stage(Readable.from([onePixelPng.subarray(0, 20), onePixelPng.subarray(20)]), '..\\screen.log')
    expect(staged).toMatchObject({ name: 'screen.log', mediaType: 'image/png', size: onePixelPng.length, sha256: sha256(onePixelPng) })
    expect(await buffer(await store.open(staged.id))).toEqual(onePixelPng)
    expect(stored()).toEqual([staged.id])
    nothingElseOnDisk()
  })

  test('several megabytes and no bytes at all come back too', async () => {
    const large = Buffer.alloc(9_000_000, 'fax log line 9:41 ')
    const [one, none] = await Promise.all([store.stage(Readable.from([large.subarray(0, 8_000_000), large.subarray(8_000_000)]), 'a'), store.stage(Readable.from([]), 'b')])
    expect(sha256(await buffer(await store.open(one.id)))).toBe(sha256(large))
    expect(await buffer(await store.open(none.id))).toEqual(Buffer.alloc(0))
    expect([one.size, none.size]).toEqual([large.length, 0])
  })

  test('text and unknown bytes are told apart; markup is plain text, never a page', async () => {
    const types = await Promise.all(
      [Buffer.from('<script>alert(1)</script> größe'), Buffer.from([1, 2, 0, 3]), Buffer.from([0x41, 0xc3, 0x28, 0x80]), Buffer.alloc(0)].map(
        async (bytes) => (await store.stage(Readable.from([bytes]), 'x')).mediaType),
    )
    expect(types).toEqual(['text/plain', 'application/octet-stream', 'application/octet-stream', 'text/plain'])
  })

  test('a file of exactly the limit is kept; one byte more is refused by name and nothing of it stays', async () => {
    const kept = await store.stage(Readable.from([Buffer.alloc(1_000)]), 'fits.bin', 1_000)
    await expect(store.stage(Readable.from([Buffer.alloc(600), Buffer.alloc(401)]), 'big.bin', 1_000)).rejects.toThrow(FileTooLargeError)
    expect(stored()).toEqual([kept.id])
    nothingElseOnDisk()
  })

  test('reading stops at the limit: what follows is never asked for', async () => {
    let asked = 0
    const endless = Readable.from((function* () {
      for (;;) {
        asked += 1
        yield Buffer.alloc(1_000)
      }
    })(), { highWaterMark: 1 })
    await expect(store.stage(endless, 'endless.bin', 10_000)).rejects.toThrow(FileTooLargeError)
    expect(asked).toBeLessThan(20)
    expect(endless.destroyed).toBe(true)
  })

  test('a stream that breaks off leaves nothing and fails with its own error', async () => {
    const broken = Readable.from((async function* () {
      yield Buffer.from('half')
      throw new Error('connection lost')
    })())
    await expect(store.stage(broken, 'x')).rejects.toThrow('connection lost')
    expect(stored()).toEqual([])
    nothingElseOnDisk()
  })

  test('a discarded file is gone, discarding it again is harmless, and an id that is none reaches no path', async () => {
    const staged = await store.stage(Readable.from([Buffer.from('x')]), 'x')
    await store.discard(staged.id)
    await store.discard(staged.id)
    expect(stored()).toEqual([])
    await expect(store.open(staged.id)).rejects.toThrow(FileMissingError)
    await expect(store.open('../../etc/passwd')).rejects.toThrow('not the id of a stored file')
  })

  test('one store finds what another of the same place has stored', async () => {
    const staged = await store.stage(Readable.from([onePixelPng]), 'x')
    const again = createFileStore(await open(), backend.context)
    expect(await buffer(await again.open(staged.id))).toEqual(onePixelPng)
  })
})
