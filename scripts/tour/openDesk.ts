import { createRequire } from 'node:module'
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { electronFlags } from '../desktop/electronFlags.mjs'

/** A running desk with its window. */
export interface OpenDesk {
  readonly app: ElectronApplication
  readonly window: Page
  /** Milliseconds from the start of the program to its first painted window. */
  readonly openedAfter: number
  /** What the desk and its backend wrote to their standard output and error; the newest 20,000 characters. */
  readonly output: () => string
  /** Quits the desk, and ends it the hard way when it has not gone after 15 s. */
  readonly close: () => Promise<void>
}

const SIZE = { width: 1440, height: 900 } as const
const QUIT_LIMIT_MS = 15_000

/**
 * Starts the built desk on a profile folder.
 * @param root the repository
 */
export async function openDesk(root: string, profile: string): Promise<OpenDesk> {
  const program = createRequire(import.meta.url)('electron') as string
  const { flags, reasons } = electronFlags(program, { virtualDisplay: true })
  for (const reason of reasons) console.log(reason)
  const began = performance.now()
  const app = await _electron.launch({
    args: [...flags, root],
    cwd: root,
    env: { ...definedIn(process.env), ENGINEER_CONSOLE_PROFILE: profile, ENGINEER_CONSOLE_DEMO: '1', ENGINEER_CONSOLE_BACKEND: 'embedded' },
  })
  let said = ''
  const listen = (chunk: unknown): void => {
    said = (said + String(chunk)).slice(-20_000)
  }
  app.process().stdout?.on('data', listen)
  app.process().stderr?.on('data', listen)
  const window = await app.firstWindow()
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), SIZE)
  return { app, window, openedAfter: performance.now() - began, output: () => said, close: () => closeApp(app) }
}

async function closeApp(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const hard = setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS)
  try {
    await app.close()
  } finally {
    clearTimeout(hard)
  }
}

function definedIn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
