import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The flags that this machine forces on Electron, each with its reason.
 * @param {string} program Electron's
 * @param {{ virtualDisplay: boolean }} where
 * @returns {{ flags: string[], reasons: string[] }}
 */
export function electronFlags(program, { virtualDisplay }) {
  /** @type {string[]} */
  const flags = []
  /** @type {string[]} */
  const reasons = []
  const noSandbox = process.platform === 'linux' ? whyNoSandbox(program) : undefined
  if (noSandbox !== undefined) {
    flags.push('--no-sandbox')
    reasons.push(noSandbox)
  }
  if (virtualDisplay) flags.push('--disable-gpu')
  return { flags, reasons }
}

/** @param {string} program */
function whyNoSandbox(program) {
  if (process.getuid?.() === 0) return 'Electron’s operating-system sandbox is off: it does not work for root.'
  const helper = statSync(join(dirname(program), 'chrome-sandbox'), { throwIfNoEntry: false })
  if (helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0) return undefined
  const namespaces = spawnSync('unshare', ['--user', 'true']).status === 0 && !isOne('/proc/sys/kernel/apparmor_restrict_unprivileged_userns')
  return namespaces ? undefined : 'Electron’s operating-system sandbox is off: this system lets no ordinary user make the namespaces it needs.'
}

/** @param {string} file */
function isOne(file) {
  try {
    return readFileSync(file, 'utf8').trim() === '1'
  } catch {
    return false
  }
}
