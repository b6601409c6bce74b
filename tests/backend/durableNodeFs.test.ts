import { fsyncSync, mkdtempSync, rmSync } from 'node:fs'
import type * as NodeFiles from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { DurableNodeFS } from '../../src/backend/db/durableNodeFs'
import { engineParameters } from '../../src/backend/db/openEmbedded'

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof NodeFiles>()
  return { ...real, fsyncSync: vi.fn<typeof real.fsyncSync>(real.fsyncSync) }
})

const commits = 20

/** Two first starts of the engine on a busy machine, in milliseconds. */
const engineStarts = 180_000

describe('P19 the embedded engine syncs what it commits', () => {
  const dir = mkdtempSync(join(tmpdir(), 'engineer-console-fsync-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  /** How many syncs `commits` single-row transactions caused. */
  const countSyncs = async (fs: NodeFS): Promise<number> => {
    const engine = await PGlite.create({ fs, startParams: [...engineParameters] })
    await engine.exec('create table if not exists kept (n int)')
    vi.mocked(fsyncSync).mockClear()
    for (let n = 0; n < commits; n += 1) await engine.query('insert into kept values ($1)', [n])
    const calls = vi.mocked(fsyncSync).mock.calls.length
    await engine.close()
    return calls
  }

  it('once for every commit, where the engine’s own file system never does', async () => {
    expect(await countSyncs(new DurableNodeFS(join(dir, 'database')))).toBeGreaterThanOrEqual(commits)
    expect(await countSyncs(new NodeFS(join(dir, 'database')))).toBe(0)
  }, engineStarts)
})
