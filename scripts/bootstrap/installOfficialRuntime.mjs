import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './runCommand.mjs'
import { withProgress } from './withProgress.mjs'

const LONGEST_STANDSTILL_MS = 30_000
const LOOK_EVERY_MS = 2_000

/**
 * Runs the installer that the `electron` package brings. It has no time limit of its own, so it is ended
 * when nothing arrives for 30 s; a slow line is no reason to stop.
 * @param {string} packageFolder node_modules/electron
 * @param {import('./withProgress.mjs').Report} report
 * @returns {Promise<string | undefined>} why there is no runtime now, or undefined
 */
export async function installOfficialRuntime(packageFolder, report) {
  const installer = join(packageFolder, 'install.js')
  if (!existsSync(installer)) return 'the electron package is not installed'
  const downloads = mkdtempSync(join(tmpdir(), 'electron-download-'))
  const standstill = new AbortController()
  let size = 0
  let grewAt = Date.now()
  const look = setInterval(() => {
    const now = folderSize(downloads) + folderSize(join(packageFolder, 'dist'))
    if (now > size) grewAt = Date.now()
    size = now
    if (Date.now() - grewAt > LONGEST_STANDSTILL_MS) standstill.abort()
  }, LOOK_EVERY_MS)
  try {
    const result = await withProgress(
      report,
      'Downloading Electron',
      () => runCommand(process.execPath, [installer], { env: { ...process.env, TMPDIR: downloads, TEMP: downloads, TMP: downloads }, signal: standstill.signal }),
      () => `${Math.round(size / 1e6)} MB so far`,
    )
    if (result.stopped) return 'nothing arrived for 30 s'
    return result.code === 0 ? undefined : reasonIn(result.output)
  } finally {
    clearInterval(look)
    rmSync(downloads, { recursive: true, force: true })
  }
}

/** @param {string} output an error with its stack and its causes */
function reasonIn(output) {
  const lines = output.split('\n').map((line) => line.trim())
  const causes = lines.filter((line) => /^(\[?(Type)?Error|\[cause\]|\[errors\])/.test(line) || /E(NOTFOUND|CONN|AI_AGAIN|TIMEDOUT)/.test(line))
  return (causes.at(-1) ?? lines.find((line) => line !== '') ?? 'no reason given').replace(/^.*?Error: /, '').replace(/[{,]\s*$/, '')
}

/**
 * @param {string} folder
 * @returns {number} bytes
 */
function folderSize(folder) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
