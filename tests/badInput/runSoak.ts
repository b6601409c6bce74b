import { openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'

/** Runs a long check on a new backend and sets the process's exit code: 0 kept, 1 broken, 2 not run. */
export const runSoak = (check: (backend: CustomerBackend) => Promise<boolean>): void => {
  const run = async (): Promise<boolean> => {
    const backend = await openCustomerBackend('http://127.0.0.1', async () => undefined)
    try {
      return await check(backend)
    } finally {
      await backend.close()
    }
  }
  run().then(
    (kept) => void (process.exitCode = kept ? 0 : 1),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 2
    },
  )
}
