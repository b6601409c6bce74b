import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { S3Settings } from '../../src/backend/config/readS3Settings'
import { openS3Bytes } from '../../src/backend/files/openS3Bytes'
import { openStorage } from '../../src/backend/files/openStorage'
import { StorageAwayError } from '../../src/backend/files/StorageAwayError'
import { StorageWatch } from '../../src/backend/files/StorageWatch'
import { createLog } from '../../src/backend/config/createLog'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { worldStart } from '../fixtures/backendWorld'
import { startS3Server } from '../fixtures/s3Server'
import type { S3Server } from '../fixtures/s3Server'

let s3: S3Server
let dataDir: string
let spool: string

beforeAll(async () => {
  s3 = await startS3Server()
})
afterAll(async () => s3.stop())
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'files-away-'))
  spool = join(dataDir, 'spool')
  mkdirSync(spool)
})
afterEach(() => {
  s3.setWeather('fine')
  rmSync(dataDir, { recursive: true, force: true })
})

const id = '11111111-2222-3333-4444-555555555555'
const limit = { name: 'fax.log', maxBytes: 64 * 1024 * 1024 }
const megabytes = Buffer.alloc(6_000_000, 'fax log line 9:41 ')
/** Waits this long for a silent server, in milliseconds, and hardly at all before it tries again. */
const openBytes = (idle = 10_000) => openS3Bytes(s3.settings, spool, { connect: 10_000, idle, again: 1 })
const storedFiles = (): readonly string[] => s3.keys().filter((key) => key.endsWith(id))

describe('an S3-compatible server in bad weather', () => {
  test.each([
    ['away', 'away' as const],
    ['failing', 'failing' as const],
    ['silent', 'silent' as const],
    ['gone in the middle of an upload', { cutUploadAfter: 2_000_000 }],
  ])('%s: a file is refused, and nothing of it is anywhere', async (_what, weather) => {
    const bytes = openBytes(weather === 'silent' ? 300 : undefined)
    s3.setWeather(weather)
    const refused = bytes.write(id, Readable.from([megabytes]), limit)
    await expect(refused).rejects.toThrow(StorageAwayError)
    await expect(refused).rejects.toThrow('Please try again in a few minutes')
    s3.setWeather('fine')
    expect(storedFiles()).toEqual([])
    expect(readdirSync(spool)).toEqual([])
  })

  test('each file goes with the digest of its content, which a bucket checks it against', async () => {
    const { sha256 } = await openBytes().write(id, Readable.from([Buffer.from('fax log')]), limit)
    expect(s3.digests()).toContain(Buffer.from(sha256, 'hex').toString('base64'))
    await openBytes().remove(id)
  })

  test('a failure that passes is not noticed: the file is sent again', async () => {
    const bytes = openBytes()
    s3.setWeather('failing')
    const before = s3.connections()
    const written = bytes.write(id, Readable.from([megabytes]), limit)
    await expect.poll(() => s3.connections(), { interval: 1 }).toBeGreaterThan(before)
    s3.setWeather('fine')
    await written
    expect((await buffer(await bytes.open(id))).equals(megabytes)).toBe(true)
    await bytes.remove(id)
  })

  test('a file that is cut off while it is fetched fails, and is never taken for a shorter one', async () => {
    const bytes = openBytes()
    await bytes.write(id, Readable.from([megabytes]), limit)
    s3.setWeather({ cutAnswerAfter: 2_000_000 })
    await expect(bytes.open(id).then(buffer)).rejects.toMatchObject({ code: 'ECONNRESET' })
    s3.setWeather('silent')
    await expect(openBytes(300).open(id)).rejects.toThrow(StorageAwayError)
    s3.setWeather('fine')
    await bytes.remove(id)
  })

  test('health tells that the storage is away, since when, and that it is back', async () => {
    const bytes = openBytes()
    let [now, logged] = [worldStart, '']
    const watch = new StorageWatch(bytes, { now: () => now, log: createLog({ write: (line) => void (logged += line) }) })
    await watch.runOnce()
    expect(watch.health()).toEqual({ state: 'ok', since: worldStart })
    now = addRealMinutes(worldStart, 5)
    s3.setWeather('away')
    await watch.runOnce()
    await watch.runOnce()
    expect(watch.health()).toEqual({ state: 'away', since: now })
    expect(logged.match(/the file storage is away/g)).toHaveLength(1)
    s3.setWeather('fine')
    await watch.runOnce()
    expect(watch.health()).toMatchObject({ state: 'ok' })
  })
})

describe('a start with', () => {
  const started = async (change: Partial<S3Settings>): Promise<unknown> => openStorage(dataDir, { ...s3.settings, ...change })

  test.each<[string, Partial<S3Settings>, string]>([
    ['a bucket that is not there', { bucket: 'no-such-bucket' }, 'There is no bucket “no-such-bucket” at http://127.0.0.1'],
    ['a key that is unknown', { accessKeyId: 'SOMEBODY' }, 'refuses the key of the file storage. Check FILES_S3_ACCESS_KEY_ID'],
    ['a wrong secret', { secretAccessKey: 'canary' }, 'refuses the key of the file storage. Check FILES_S3_ACCESS_KEY_ID'],
    ['nobody at the address', { endpoint: 'http://127.0.0.1:9' }, 'The file storage at http://127.0.0.1:9 (bucket “fax-files”) cannot be reached'],
  ])('%s names it and ends', async (_what, change, sentence) => {
    const failed = started(change)
    await expect(failed).rejects.toMatchObject({ name: 'StartFailure' })
    await expect(failed).rejects.toThrow(sentence)
    await expect(failed).rejects.toThrow(/^(?!.*canary)/s)
  })

  test('a bucket that is there leaves one small file in it', async () => {
    await started({ prefix: 'new/' })
    expect(s3.keys().filter((key) => key.startsWith('new/'))).toEqual(['new/storage-check'])
  })
})

describe('a disk that cannot be written', () => {
  test('refuses the file as storage that is away, and says so', async () => {
    const bytes = await openStorage(dataDir, null)
    await bytes.check()
    rmSync(join(dataDir, 'files'), { recursive: true })
    await expect(bytes.check()).rejects.toThrow(StorageAwayError)
  })
})
