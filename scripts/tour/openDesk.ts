import type { Page } from '@playwright/test'
import { launchElectron, quitElectron } from './launchElectron'

/** A running desk with its window. */
export interface OpenDesk {
  readonly window: Page
  /** Milliseconds from the start of the program to its window. */
  readonly openedAfter: number
  /** What the desk and its backend wrote to their standard output and error; the newest 20,000 characters. */
  readonly output: () => string
  readonly close: () => Promise<void>
}

const SIZE = { width: 1440, height: 900 } as const

/**
 * Starts the built desk with the demo world.
 * @param root the repository
 * @param profile an empty folder
 */
export async function openDesk(root: string, profile: string): Promise<OpenDesk> {
  const began = performance.now()
  const app = await launchElectron([root], { ENGINEER_CONSOLE_PROFILE: profile, ENGINEER_CONSOLE_DEMO: '1', ENGINEER_CONSOLE_BACKEND: 'embedded' })
  let said = ''
  const listen = (chunk: unknown): void => {
    said = (said + String(chunk)).slice(-20_000)
  }
  app.process().stdout?.on('data', listen)
  app.process().stderr?.on('data', listen)
  const window = await app.firstWindow()
  const openedAfter = performance.now() - began
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), SIZE)
  return { window, openedAfter, output: () => said, close: () => quitElectron(app) }
}
