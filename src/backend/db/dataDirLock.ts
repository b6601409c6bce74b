import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

const holderShape = z.object({
  pid: z.int().positive(),
  /** When the process started, as the kernel counts; tells a living holder from a later process with its number. */
  startedAt: z.string().nullable(),
  /** Tells one holder from the next. */
  token: z.uuid(),
})
type Holder = z.infer<typeof holderShape>

/** Another backend owns the data folder. The message says what to do. */
export class DataDirLockedError extends Error {
  override readonly name = 'DataDirLockedError'
  constructor(dataDir: string, pid: number) {
    super(
      `The data folder ${dataDir} is already in use by another backend (process ${pid}). ` +
        'Stop that one first, or choose another folder with --data-dir.',
    )
  }
}

/** The start time of a process as Linux counts it (clock ticks since boot); null where it cannot be known. */
const processStart = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may hold spaces; the start time is the 20th after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ESRCH', 'EACCES')) return null
    throw error
  }
}

const isNodeError = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

const isAlive = (holder: Holder): boolean => {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (isNodeError(error, 'ESRCH')) return false
    if (!isNodeError(error, 'EPERM')) throw error
  }
  const startedAt = processStart(holder.pid)
  return holder.startedAt === null || startedAt === null || startedAt === holder.startedAt
}

const readHolder = (path: string): Holder | 'unreadable' | 'absent' => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return 'absent'
    throw error
  }
  try {
    return holderShape.parse(JSON.parse(text))
  } catch (error) {
    // A lock is linked into place complete, so an unreadable one is damage, not a holder.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return 'unreadable'
    throw error
  }
}

/** Links `from` to `to` unless `to` exists: the file appears complete or not at all. */
const linkIfFree = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (isNodeError(error, 'EEXIST')) return false
    throw error
  }
}

export interface DataDirLock {
  readonly release: () => void
}

/**
 * Takes the one lock of a data folder (P18): the embedded engine has none between processes, and two of them lose
 * rows. A lock whose process is gone is taken over. Throws `DataDirLockedError` within a second otherwise.
 */
export const lockDataDir = async (dataDir: string): Promise<DataDirLock> => {
  const path = join(dataDir, 'backend.lock')
  const mine: Holder = { pid: process.pid, startedAt: processStart(process.pid), token: randomUUID() }
  const draft = join(dataDir, `backend.lock.${mine.token}`)
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linkIfFree(draft, path)) {
        if (attempt > 0) await pause(50)
        const held = readHolder(path)
        if (typeof held === 'object' && held.token === mine.token) return { release: () => releaseLock(path, mine.token) }
        continue
      }
      const holder = readHolder(path)
      if (typeof holder === 'object' && isAlive(holder)) throw new DataDirLockedError(dataDir, holder.pid)
      if (holder !== 'absent') setAside(path, `${draft}.stale`, holder)
    }
    throw new DataDirLockedError(dataDir, process.pid)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Moves a dead lock away. If a quicker process replaced it meanwhile, its lock is put back where it was. */
const setAside = (path: string, aside: string, dead: Holder | 'unreadable'): void => {
  try {
    renameSync(path, aside)
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return
    throw error
  }
  const moved = readHolder(aside)
  const isTheDeadOne = typeof moved === 'object' && typeof dead === 'object' ? moved.token === dead.token : moved === dead
  if (!isTheDeadOne) linkIfFree(aside, path)
  rmSync(aside, { force: true })
}

const releaseLock = (path: string, token: string): void => {
  const holder = readHolder(path)
  if (typeof holder === 'object' && holder.token === token) rmSync(path, { force: true })
}
