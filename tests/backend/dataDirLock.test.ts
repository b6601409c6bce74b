import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataDirLockedError, lockDataDir } from '../../src/backend/db/dataDirLock'

describe('P18 only one backend owns a data folder', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'engineer-console-lock-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const lockFile = (): string => join(dir, 'backend.lock')
  const holder = (over: Record<string, unknown>): string =>
    JSON.stringify({ pid: process.pid, startedAt: null, token: '4f1a57a2-1111-4222-8333-444455556666', ...over })

  it('refuses a second one within a second, naming the folder, the process and what to do', async () => {
    const lock = await lockDataDir(dir)
    const at = performance.now()
    const refused = lockDataDir(dir)
    await expect(refused).rejects.toThrow(DataDirLockedError)
    await expect(refused).rejects.toThrow(`The data folder ${dir} is already in use by another backend (process ${process.pid}). Stop that one first, or choose another folder`)
    expect(performance.now() - at).toBeLessThan(1_000)
    lock.release()
  })

  it('is free again after a release, and leaves nothing behind', async () => {
    for (let n = 0; n < 3; n += 1) (await lockDataDir(dir)).release()
    expect(readdirSync(dir)).toEqual([])
  })

  it('takes over the lock of a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
    const dead = new Promise((resolve) => child.once('exit', resolve))
    writeFileSync(lockFile(), holder({ pid: child.pid }))
    await expect(lockDataDir(dir)).rejects.toThrow(DataDirLockedError)
    child.kill('SIGKILL')
    await dead
    const lock = await lockDataDir(dir)
    expect(readFileSync(lockFile(), 'utf8')).toContain(`"pid":${process.pid}`)
    lock.release()
    expect(existsSync(lockFile())).toBe(false)
  })

  it.runIf(process.platform === 'linux')('does not believe a later process that happens to have the holder’s number', async () => {
    writeFileSync(lockFile(), holder({ startedAt: '1' }))
    const lock = await lockDataDir(dir)
    lock.release()
  })

  it('takes over a damaged lock file', async () => {
    writeFileSync(lockFile(), '{"pid":')
    const lock = await lockDataDir(dir)
    lock.release()
  })

  it('has one winner when ten start at once over a stale lock', async () => {
    for (let round = 0; round < 20; round += 1) {
      writeFileSync(lockFile(), holder({ pid: 2 ** 22 + 7 }))
      const outcomes = await Promise.allSettled(Array.from({ length: 10 }, async () => lockDataDir(dir)))
      const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled')
      expect(winners).toHaveLength(1)
      for (const { value } of winners) value.release()
    }
  })

  it('lets go only of its own lock', async () => {
    const lock = await lockDataDir(dir)
    writeFileSync(lockFile(), holder({}))
    lock.release()
    expect(existsSync(lockFile())).toBe(true)
  })
})
