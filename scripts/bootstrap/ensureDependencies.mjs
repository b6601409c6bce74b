import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BootstrapError } from './BootstrapError.mjs'
import { lockDifference } from './lockDifference.mjs'
import { runNpm } from './runCommand.mjs'
import { withProgress } from './withProgress.mjs'

/**
 * Installs exactly what package-lock.json names, unless it is there already.
 * @param {string} root the repository
 * @param {import('./withProgress.mjs').Report} report
 * @returns {Promise<void>}
 */
export async function ensureDependencies(root, report) {
  const wanted = readJson(join(root, 'package-lock.json'))
  if (wanted === undefined) throw new BootstrapError('package-lock.json is missing: this is not a whole copy of the repository.')
  const difference = lockDifference(wanted, readJson(join(root, 'node_modules', '.package-lock.json')))
  if (difference === undefined) return

  report(difference)
  const count = Object.entries(wanted.packages ?? {}).filter(([path, locked]) => path !== '' && locked.optional !== true).length
  const result = await withProgress(report, `Installing about ${count} packages with npm`, () =>
    runNpm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], { cwd: root }),
  )
  if (result.code !== 0) {
    throw new BootstrapError(`npm could not install the packages. It said:\n\n${errorsIn(result.output)}\n\nCheck the network (or npm's registry setting), then run the same command again.`)
  }
}

/**
 * npm's errors without its warnings and without its manual page.
 * @param {string} output
 */
function errorsIn(output) {
  const errors = output
    .split('\n')
    .filter((line) => line.startsWith('npm error'))
    .map((line) => line.slice('npm error'.length).trimEnd())
  const manual = errors.findIndex((line) => line.trim() === 'Usage:')
  const said = (manual < 0 ? errors : errors.slice(0, manual)).join('\n').trim()
  return said === '' ? output.trim() : said
}

/**
 * @param {string} path
 * @returns {import('./lockDifference.mjs').LockFile | undefined}
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new BootstrapError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
