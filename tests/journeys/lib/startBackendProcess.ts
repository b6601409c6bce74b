import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ROOT } from './launchDesk'
import { endProcess, waitForOutput } from './ownProcess'

export interface BackendProcessOptions {
  /** Absolute folder of database and files. The same folder again is the same backend, restarted. */
  readonly dataDir: string
  /** 0 or unset = any free port. Give the former port to restart at the same address. */
  readonly port?: number
  readonly smtpPort?: number
  readonly demo?: boolean
  readonly env?: Readonly<Record<string, string>>
}

/** A backend in a process of its own. */
export interface BackendProcess {
  /** Such as `http://127.0.0.1:4180`. */
  readonly url: string
  readonly port: number
  readonly smtpPort: number
  readonly pid: number
  /** SIGTERM: it stops in order. */
  readonly stop: () => Promise<void>
  /** SIGKILL. */
  readonly kill: () => Promise<void>
}

/** Starts the standalone backend from its sources and waits for its `listening on` line. */
export async function startBackendProcess({ dataDir, port = 0, smtpPort, demo = false, env = {} }: BackendProcessOptions): Promise<BackendProcess> {
  const smtp = smtpPort ?? (await freePort())
  const child = spawn(
    process.execPath,
    [
      '--import',
      import.meta.resolve('tsx'),
      join(ROOT, 'src', 'backend', 'standalone.ts'),
      '--port',
      String(port),
      '--smtp-port',
      String(smtp),
      '--data-dir',
      dataDir,
      ...(demo ? ['--demo'] : []),
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.base.json'), ...env } },
  )
  try {
    const [, url] = await waitForOutput(child, child.stdout, /listening on (http:\/\/\S+)/, 60_000, 'The backend')
    if (url === undefined || child.pid === undefined) throw new Error('The backend did not print its address.')
    return {
      url,
      port: Number(new URL(url).port),
      smtpPort: smtp,
      pid: child.pid,
      stop: () => endProcess(child, 'SIGTERM'),
      kill: () => endProcess(child, 'SIGKILL'),
    }
  } catch (error) {
    await endProcess(child, 'SIGKILL')
    throw error
  }
}

/** A port on loopback that nobody listens on at the moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('No free port'))))
    })
  })
}
