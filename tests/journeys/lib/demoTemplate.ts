import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBackendProcess } from './startBackendProcess'

/** Where the folder's name is handed to the workers. */
export const templateVariable = 'ENGINEER_CONSOLE_DEMO_TEMPLATE'

/** Seeds the demo world once per run; each journey starts its backend on a copy. Playwright wants a default export. */
export default async function makeDemoTemplate(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'engineer-console-demo-'))
  const backend = await startBackendProcess({ dataDir: folder, demo: true })
  await backend.stop()
  process.env[templateVariable] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
