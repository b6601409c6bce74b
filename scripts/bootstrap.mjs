import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BootstrapError } from './bootstrap/BootstrapError.mjs'
import { ensureDependencies } from './bootstrap/ensureDependencies.mjs'
import { ensureElectronRuntime } from './bootstrap/ensureElectronRuntime.mjs'
import { ensureSystemLibraries } from './bootstrap/ensureSystemLibraries.mjs'
import { requireNode } from './bootstrap/requireNode.mjs'

/** The repository's folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Makes a machine that has only Node ready to run this project, and does nothing on one that is ready.
 * Needs no package to be installed.
 * @param {'tools' | import('./bootstrap/systemNeeds.mjs').BootstrapKind} kind `tools`: npm packages only
 * @param {import('./bootstrap/withProgress.mjs').Report} [report]
 * @returns {Promise<void>}
 */
export async function bootstrap(kind, report = console.log) {
  requireNode()
  try {
    await ensureDependencies(ROOT, report)
    if (kind === 'tools') return
    await ensureElectronRuntime(ROOT, report, { mayAskDownloadSite: kind === 'start' && !isSet(process.env['CI']) })
    await ensureSystemLibraries(kind, report)
  } catch (error) {
    if (!(error instanceof BootstrapError)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exit(1)
  }
}

/** @param {string | undefined} value */
function isSet(value) {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0'
}
