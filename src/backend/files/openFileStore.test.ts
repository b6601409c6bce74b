import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileStore } from '../context'
import { FileTooLargeError } from './FileTooLargeError'
import { openFileStore } from './openFileStore'

let dataDir: string
let store: FileStore

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'file-store-'))
  store = openFileStore(dataDir)
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const filesOnDisk = (): string[] =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name)

const onePixelPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

test('a staged file comes back byte for byte, with its hash, its size and its type by content', async () => {
  const staged = await store.stage(Readable.from([onePixelPng.subarray(0, 20), onePixelPng.subarray(20)]), '..\\screen.log')
  expect(staged).toMatchObject({
    name: 'screen.log',
    mediaType: 'image/png',
    size: onePixelPng.length,
    sha256: createHash('sha256').update(onePixelPng).digest('hex'),
  })
  expect(await buffer(await store.open(staged.id))).toEqual(onePixelPng)
  expect(filesOnDisk()).toEqual([staged.id])
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
  expect(filesOnDisk()).toEqual([kept.id])
})

test('a stream that breaks off leaves nothing', async () => {
  const broken = Readable.from((async function* () {
    yield Buffer.from('half')
    throw new Error('connection lost')
  })())
  await expect(store.stage(broken, 'x')).rejects.toThrow('connection lost')
  expect(filesOnDisk()).toEqual([])
})

test('a discarded file is gone, and an id that is none reaches no path', async () => {
  const staged = await store.stage(Readable.from([Buffer.from('x')]), 'x')
  await store.discard(staged.id)
  expect(filesOnDisk()).toEqual([])
  await expect(store.open('../../etc/passwd')).rejects.toThrow('not the id of a stored file')
})
