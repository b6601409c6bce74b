import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { healthShape } from '../../src/protocol/health'

const root = resolve(import.meta.dirname, '../..')
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

const start = (...args: readonly string[]) => {
  const child = spawn(process.execPath, ['--import', tsx, join(root, 'src/backend/standalone.ts'), ...args], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json'), LOG_LEVEL: 'warn' },
  })
  let out = ''
  let err = ''
  const firstLine = new Promise<string>((resolveLine) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (out.includes('\n')) resolveLine(out)
    })
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const ended = new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((resolveEnd) =>
    child.once('close', (code) => resolveEnd({ code, out, err })),
  )
  return { child, firstLine, ended }
}

describe('the standalone backend', () => {
  const dir = mkdtempSync(join(tmpdir(), 'engineer-console-standalone-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('prints one line when it listens, refuses a second on its folder (P18), survives a kill, and ends cleanly', async () => {
    const first = start('--port', '0', '--smtp-port', 'off', '--data-dir', dir)
    const line = await first.firstLine
    expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+\n$/)
    healthShape.parse(await (await fetch(`${line.slice('listening on '.length).trim()}/api/health`)).json())

    const second = await start('--port', '0', '--smtp-port', 'off', '--data-dir', dir).ended
    expect(second).toMatchObject({ code: 1, out: '' })
    expect(second.err).toContain(`The data folder ${dir} is already in use by another backend (process ${first.child.pid})`)

    first.child.kill('SIGKILL')
    await first.ended
    const third = start('--port', '0', '--smtp-port', 'off', '--data-dir', dir)
    await third.firstLine
    third.child.kill('SIGTERM')
    expect(await third.ended).toMatchObject({ code: 0, out: expect.stringMatching(/^listening on \S+\n$/) as string })
  }, 120_000)

  it('says in words that its port is taken, and which argument is wrong', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolveListening) => taken.once('listening', resolveListening))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const [clash, wrong] = await Promise.all([
      start('--port', String(port), '--smtp-port', 'off', '--data-dir', join(dir, 'other')).ended,
      start('--prot', '1').ended,
    ])
    taken.close()
    expect(clash.code).toBe(1)
    expect(clash.err).toContain(`127.0.0.1:${port} is already taken by another program`)
    expect(wrong.code).toBe(1)
    expect(wrong.err).toContain('--prot')
    expect(wrong.err).toContain('Usage: npm run backend')
  }, 120_000)
})
