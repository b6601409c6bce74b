import { Worker } from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'

/** What one mail may use up. `maxOldGenerationSizeMb` leaves room for a mail of the size limit with its decoded parts. */
const limits: WorkerOptions = { resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 } }

/**
 * Starts the parser's thread. In the bundle it is `mailWorker.js`, an entry of its own that lies beside every chunk; in
 * development and tests it is the TypeScript file.
 */
export const startMailWorker = (): Worker => {
  const file = import.meta.url.endsWith('.ts') ? 'mailWorkerThroughTsx.mjs' : 'mailWorker.js'
  return new Worker(new URL(file, import.meta.url), limits)
}
