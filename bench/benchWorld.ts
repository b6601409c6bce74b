import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDesktopBus } from '../tests/journeys/lib/desktopBus'
import type { DesktopBus } from '../tests/journeys/lib/desktopBus'
import { startBackendProcess } from '../tests/journeys/lib/startBackendProcess'
import type { BackendProcess } from '../tests/journeys/lib/startBackendProcess'

/** What a measurement of the desk needs: a desktop, a backend with the demo world, a folder for profiles. */
export interface BenchWorld {
  readonly bus: DesktopBus
  readonly backend: BackendProcess
  readonly folder: string
}

/** Runs `work` in such a world and clears everything away, also when it fails. */
export const withBenchWorld = async (work: (world: BenchWorld) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'engineer-console-bench-'))
  const bus = await startDesktopBus()
  const backend = await startBackendProcess({ dataDir: join(folder, 'backend'), demo: true })
  try {
    await work({ bus, backend, folder })
  } finally {
    await backend.kill()
    await bus.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}
