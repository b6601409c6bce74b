import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startDesktopBus } from './desktopBus'
import type { DesktopBus } from './desktopBus'
import { launchDesk } from './launchDesk'
import type { RunningDesk } from './launchDesk'
import { templateVariable } from './demoTemplate'
import { startBackendProcess } from './startBackendProcess'
import type { BackendProcess } from './startBackendProcess'

/** People of the demo world. */
export const people = {
  passphrase: 'fax-tone-demo',
  engineer: { email: 'priya.raman@thefaxguys.example', name: 'Priya Raman' },
} as const

/** What a journey has to work with: a desktop, a folder of its own, and starters that are cleaned up afterwards. */
export interface World {
  readonly bus: DesktopBus
  /** A new folder inside this journey's own. */
  readonly folder: (name: string) => string
  readonly startBackend: (options?: { readonly port?: number; readonly smtpPort?: number; readonly env?: Readonly<Record<string, string>> }) => Promise<BackendProcess>
  /** Has something else stopped at the end, however the journey ends; last started, first stopped. */
  readonly atEnd: (stop: () => Promise<void>) => void
  readonly startDesk: (options: { readonly backend: string; readonly profile?: string; readonly demo?: boolean; readonly args?: readonly string[] }) => Promise<RunningDesk>
}

/** A journey with a fresh world: nothing of an earlier one is left, and nothing of it stays. */
export const test = base.extend<{ world: World }>({
  // Playwright reads the fixtures a fixture needs from this pattern, so it must be there even when it is empty.
  // oxlint-disable-next-line no-empty-pattern
  world: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'engineer-console-journey-'))
    const bus = await startDesktopBus()
    const ends: (() => Promise<void>)[] = []
    const folder = (name: string): string => join(root, name)
    await use({
      bus,
      folder,
      atEnd: (stop) => ends.push(stop),
      startBackend: async (options = {}) => {
        const dataDir = folder('backend')
        const template = process.env[templateVariable]
        if (template !== undefined && options.env?.['DATABASE_URL'] === undefined && !existsSync(dataDir)) cpSync(template, dataDir, { recursive: true })
        const backend = await startBackendProcess({ dataDir, demo: true, ...options })
        ends.push(backend.kill)
        return backend
      },
      startDesk: async ({ profile = 'desk', ...options }) => {
        const desk = await launchDesk({ profile: folder(profile), busAddress: bus.address, ...options })
        ends.push(desk.kill)
        return desk
      },
    })
    for (const end of ends.toReversed()) await end()
    await bus.stop()
    // Processes of a killed desk may still be writing their last files. The retries of `rmSync` list no folder anew.
    await expect(() => rmSync(root, { recursive: true, force: true })).toPass({ timeout: 20_000 })
  },
})

/** Signs in at the desk: on its card, or in the dialog over a desk that is open on its cache. */
export const signInAtDesk = async (window: Page, email: string, password: string = people.passphrase): Promise<void> => {
  await window.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await window.getByRole('textbox', { name: 'Password' }).fill(password)
  await window.keyboard.press('Enter')
}
