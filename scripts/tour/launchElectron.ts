import { createRequire } from 'node:module'
import { _electron } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'
import { electronFlags } from '../desktop/electronFlags.mjs'

const QUIT_LIMIT_MS = 15_000

/** Starts an app in Electron, for Playwright to drive. */
export function launchElectron(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ElectronApplication> {
  const program = createRequire(import.meta.url)('electron') as string
  const { flags } = electronFlags(program, { virtualDisplay: true })
  return _electron.launch({ args: [...flags, ...args], env: { ...definedIn(process.env), ...env } })
}

/** Quits an app, and ends it the hard way when it has not gone after 15 s. */
export async function quitElectron(app: ElectronApplication): Promise<void> {
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
