import { existsSync, readdirSync } from 'node:fs'
import { BootstrapError } from './BootstrapError.mjs'
import { findExecutable } from './findExecutable.mjs'
import { runCommand } from './runCommand.mjs'
import { systemNeeds } from './systemNeeds.mjs'
import { withProgress } from './withProgress.mjs'

/**
 * Installs what the system lacks, where that is possible without asking: Debian or Ubuntu, as root.
 * Elsewhere says what to type. A machine that has everything costs a few milliseconds.
 * @param {import('./systemNeeds.mjs').BootstrapKind} kind
 * @param {import('./withProgress.mjs').Report} report
 * @returns {Promise<void>}
 */
export async function ensureSystemLibraries(kind, report) {
  const needs = systemNeeds(kind)
  if (needs.length === 0) return
  const isDebian = findExecutable('apt-get') !== undefined
  if (isDebian && process.getuid?.() === 0) await installWithApt(needs, report)
  const left = systemNeeds(kind)
  const optional = left.filter((need) => !need.required)
  if (optional.length > 0) report(`Going on without ${names(optional)}.`)
  const required = left.filter((need) => need.required)
  if (required.length > 0) throw new BootstrapError(adviceFor(required, isDebian))
}

/**
 * @param {readonly import('./systemNeeds.mjs').SystemNeed[]} needs
 * @param {import('./withProgress.mjs').Report} report
 */
async function installWithApt(needs, report) {
  report(`This system lacks ${names(needs)}.`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (!hasPackageLists()) await withProgress(report, 'Refreshing the list of packages (apt-get update)', () => runCommand('apt-get', ['update'], { env }))
  let result = await install()
  if (result.code !== 0) {
    await withProgress(report, 'Refreshing the list of packages (apt-get update)', () => runCommand('apt-get', ['update'], { env }))
    result = await install()
  }
  if (result.code !== 0) report(`apt-get did not manage it:\n${lastLines(result.output)}`)

  async function install() {
    const packages = await packageNames(needs)
    return withProgress(report, `Installing ${packages.join(', ')} (apt-get install)`, () =>
      runCommand('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env }),
    )
  }
}

/**
 * The first name of each need that this release knows.
 * @param {readonly import('./systemNeeds.mjs').SystemNeed[]} needs
 */
async function packageNames(needs) {
  /** @type {Set<string>} */
  const chosen = new Set()
  for (const { packages } of needs) {
    let known = packages.at(-1)
    for (const name of packages) {
      const shown = await runCommand('apt-cache', ['show', name])
      if (shown.code === 0) {
        known = name
        break
      }
    }
    if (known !== undefined) chosen.add(known)
  }
  return [...chosen]
}

function hasPackageLists() {
  const lists = '/var/lib/apt/lists'
  return existsSync(lists) && readdirSync(lists).some((name) => name.includes('_Packages'))
}

/**
 * @param {readonly import('./systemNeeds.mjs').SystemNeed[]} needs
 * @param {boolean} isDebian
 */
function adviceFor(needs, isDebian) {
  const lacks = `This system lacks ${names(needs)}.`
  if (!isDebian) return `${lacks}\nInstall them with this system's package manager, then run the same command again.`
  const packages = needs.map((need) => need.packages.at(-1)).join(' ')
  return `${lacks}\nInstall them, then run the same command again:\n\n  sudo apt-get update && sudo apt-get install --yes ${packages}`
}

/** @param {readonly import('./systemNeeds.mjs').SystemNeed[]} needs */
function names(needs) {
  return needs.map((need) => need.what).join(', ')
}

/** @param {string} output */
function lastLines(output) {
  return output.trim().split('\n').slice(-8).join('\n')
}
