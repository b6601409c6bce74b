import { join } from 'node:path'
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { endProcess } from './ownProcess'

export const ROOT = join(import.meta.dirname, '..', '..', '..')

export interface LaunchOptions {
  /** Absolute folder of the desk's settings, cache and embedded backend. The same folder again is the same desk, restarted. */
  readonly profile: string
  /** Base address of the backend, or `embedded`. */
  readonly backend: string
  /** Whether a new embedded backend gets the demo world. */
  readonly demo?: boolean
  /** The desktop to show notifications and the tray on. */
  readonly busAddress: string
  readonly env?: Readonly<Record<string, string>>
  /** Folder of the built desk; unset = this repository. */
  readonly appFolder?: string
  /** Further words of the command line, such as a deep link. */
  readonly args?: readonly string[]
}

/** A running desk. */
export interface RunningDesk {
  readonly app: ElectronApplication
  readonly window: Page
  /** Quits as a person does: the desk cleans up. */
  readonly close: () => Promise<void>
  /** SIGKILL to the main process: nothing is cleaned up. */
  readonly kill: () => Promise<void>
}

/** Starts the built desk (`npm run build`) in real Electron. The first window's document has loaded when this resolves. */
export async function launchDesk({ profile, backend, demo = false, busAddress, env = {}, appFolder = ROOT, args = [] }: LaunchOptions): Promise<RunningDesk> {
  const isRoot = process.getuid?.() === 0
  const app = await _electron.launch({
    cwd: ROOT,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', appFolder, ...args],
    env: {
      ...inherited(),
      DBUS_SESSION_BUS_ADDRESS: busAddress,
      ENGINEER_CONSOLE_PROFILE: profile,
      ENGINEER_CONSOLE_BACKEND: backend,
      ENGINEER_CONSOLE_DEMO: demo ? '1' : '0',
      ...env,
    },
    timeout: 30_000,
  })
  const child = app.process()
  // The same streams fill a pipe that nobody reads otherwise, and are the first thing to look at when a journey fails.
  child.stderr?.on('data', (chunk: Buffer) => process.env['ENGINEER_CONSOLE_TEST_LOG'] === '1' && process.stderr.write(chunk))
  const kill = (): Promise<void> => endProcess(child, 'SIGKILL')
  try {
    const window = await app.firstWindow()
    await window.waitForLoadState('domcontentloaded')
    return { app, window, kill, close: () => quit(app, kill) }
  } catch (error) {
    await kill()
    throw error
  }
}

const QUIT_MS = 15_000

async function quit(app: ElectronApplication, kill: () => Promise<void>): Promise<void> {
  const child = app.process()
  if (child.exitCode !== null || child.signalCode !== null) return
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<'late'>((resolve) => {
    late = setTimeout(() => resolve('late'), QUIT_MS)
  })
  // Asking ends the very process that should answer, so the answer may never come.
  const gone = new Promise<'gone'>((resolve) => child.once('exit', () => resolve('gone')))
  app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined)
  const outcome = await Promise.race([gone, tooLate])
  clearTimeout(late)
  if (outcome === 'gone') return
  await kill()
  throw new Error(`The desk did not end within ${QUIT_MS / 1000} s of being asked to.`)
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
