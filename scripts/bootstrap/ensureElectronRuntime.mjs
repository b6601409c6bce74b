import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BootstrapError } from './BootstrapError.mjs'
import { installOfficialRuntime } from './installOfficialRuntime.mjs'
import { REGISTRY_RUNTIME, installRegistryRuntime, refreshDefaultApp, registryRuntimeFolder, runsHere } from './registryRuntime.mjs'

/**
 * Makes `require('electron')` answer with a program that exists.
 *
 * The `electron` package holds no program: it fetches one from its own download site at first use. Where
 * that site cannot be reached, or must not be (CI and tests make no stray connection), a copy of an older
 * release that npm's registry carries takes its place, on 64-bit Linux.
 * @param {string} root the repository
 * @param {import('./withProgress.mjs').Report} report
 * @param {{ mayAskDownloadSite: boolean }} options
 * @returns {Promise<{ version: string, program: string }>}
 */
export async function ensureElectronRuntime(root, report, { mayAskDownloadSite }) {
  const packageFolder = join(root, 'node_modules', 'electron')
  const present = presentRuntime(packageFolder)
  if (present !== undefined) return present

  if (mayAskDownloadSite || !runsHere()) {
    const failure = await installOfficialRuntime(packageFolder, report)
    const installed = failure === undefined ? presentRuntime(packageFolder) : undefined
    if (installed !== undefined) return installed
    if (!runsHere()) throw new BootstrapError(`Electron could not be downloaded: ${failure ?? 'the installer left no program behind'}.\nCheck the network, then run the same command again.`)
    report(`  no download: ${failure ?? 'the installer left no program behind'}`)
    report(`Using Electron ${REGISTRY_RUNTIME.electronVersion} from npm's registry instead.`)
  }
  const folder = await installRegistryRuntime(report)
  linkRuntime(packageFolder, folder)
  const linked = presentRuntime(packageFolder)
  if (linked === undefined) throw new BootstrapError(`Electron was unpacked to ${folder}, yet its program is not there. Remove that folder and run the same command again.`)
  return linked
}

/**
 * @param {string} packageFolder node_modules/electron
 * @returns {{ version: string, program: string } | undefined}
 */
function presentRuntime(packageFolder) {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const dist = join(packageFolder, 'dist')
  const program = join(dist, readFileSync(pathFile, 'utf8').trim())
  if (!existsSync(program)) return undefined
  if (realpathSync(dist) === registryRuntimeFolder()) refreshDefaultApp(registryRuntimeFolder())
  return { version: readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, ''), program }
}

/**
 * @param {string} packageFolder
 * @param {string} folder
 */
function linkRuntime(packageFolder, folder) {
  const dist = join(packageFolder, 'dist')
  const entry = lstatSync(dist, { throwIfNoEntry: false })
  if (entry?.isSymbolicLink() !== true || readlinkSync(dist) !== folder) {
    rmSync(dist, { recursive: true, force: true })
    mkdirSync(packageFolder, { recursive: true })
    symlinkSync(folder, dist)
  }
  writeFileSync(join(packageFolder, 'path.txt'), 'electron')
}
