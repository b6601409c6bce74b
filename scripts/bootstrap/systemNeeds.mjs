import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium, findExecutable, findPostgresServer } from './findExecutable.mjs'
import { hasDisplay } from './hasDisplay.mjs'

/**
 * @typedef {object} SystemNeed
 * @property {string} what said to people: "libgtk-3.so.0"
 * @property {readonly string[]} packages Debian's and Ubuntu's names for it, the newest release's first
 * @property {boolean} required false when the desk runs without it, with one feature less
 */

/** @typedef {'start' | 'test'} BootstrapKind what is going to be run */

/** Shared libraries that Electron's program is linked with or opens, and the package of each. Names ending in t64 came with 64-bit time. */
const ELECTRON_LIBRARIES = /** @type {const} */ ([
  ['libglib-2.0.so.0', ['libglib2.0-0t64', 'libglib2.0-0']],
  ['libnss3.so', ['libnss3']],
  ['libnspr4.so', ['libnspr4']],
  ['libdbus-1.so.3', ['libdbus-1-3']],
  ['libatk-1.0.so.0', ['libatk1.0-0t64', 'libatk1.0-0']],
  ['libatk-bridge-2.0.so.0', ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0']],
  ['libatspi.so.0', ['libatspi2.0-0t64', 'libatspi2.0-0']],
  ['libcups.so.2', ['libcups2t64', 'libcups2']],
  ['libdrm.so.2', ['libdrm2']],
  ['libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0']],
  ['libpango-1.0.so.0', ['libpango-1.0-0']],
  ['libcairo.so.2', ['libcairo2']],
  ['libX11.so.6', ['libx11-6']],
  ['libXcomposite.so.1', ['libxcomposite1']],
  ['libXdamage.so.1', ['libxdamage1']],
  ['libXext.so.6', ['libxext6']],
  ['libXfixes.so.3', ['libxfixes3']],
  ['libXrandr.so.2', ['libxrandr2']],
  ['libgbm.so.1', ['libgbm1']],
  ['libexpat.so.1', ['libexpat1']],
  ['libxcb.so.1', ['libxcb1']],
  ['libxkbcommon.so.0', ['libxkbcommon0']],
  ['libudev.so.1', ['libudev1']],
  ['libasound.so.2', ['libasound2t64', 'libasound2']],
])

/** Opened when it is used: without them there are no native notifications, and no keyring for the session. */
const OPTIONAL_LIBRARIES = /** @type {const} */ ([
  ['libnotify.so.4', ['libnotify4']],
  ['libsecret-1.so.0', ['libsecret-1-0']],
])

/**
 * What this Linux machine lacks; empty when it lacks nothing, and on other systems.
 * @param {BootstrapKind} kind
 * @returns {SystemNeed[]}
 */
export function systemNeeds(kind) {
  if (process.platform !== 'linux') return []
  const virtualDisplay = kind === 'test' || !hasDisplay()
  return [...missingLibraries(), ...missingPrograms(kind, virtualDisplay)]
}

/** @returns {SystemNeed[]} */
function missingLibraries() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path)) ?? 'ldconfig'
  const listed = spawnSync(ldconfig, ['-p'], { encoding: 'utf8' })
  // A system without glibc's ldconfig has another way to keep its libraries: nothing can be said about them.
  if (listed.status !== 0) return []
  const present = new Set(listed.stdout.split('\n').map((line) => line.trim().split(' ')[0]))
  /** @param {readonly (readonly [string, readonly string[]])[]} list @param {boolean} required @returns {SystemNeed[]} */
  const missingOf = (list, required) => list.filter(([name]) => !present.has(name)).map(([what, packages]) => ({ what, packages, required }))
  return [...missingOf(ELECTRON_LIBRARIES, true), ...missingOf(OPTIONAL_LIBRARIES, false)]
}

/**
 * @param {BootstrapKind} kind
 * @param {boolean} virtualDisplay
 * @returns {SystemNeed[]}
 */
function missingPrograms(kind, virtualDisplay) {
  /** @type {SystemNeed[]} */
  const needs = []
  if (virtualDisplay && findExecutable('Xvfb') === undefined) needs.push({ what: 'Xvfb (a display without a screen)', packages: ['xvfb'], required: true })
  if (virtualDisplay && findExecutable('dbus-daemon') === undefined) needs.push({ what: 'dbus-daemon (a bus for notifications)', packages: ['dbus-daemon', 'dbus'], required: true })
  if (kind === 'test' && findChromium() === undefined) needs.push({ what: 'Chromium (the customer\'s browser)', packages: ['chromium'], required: true })
  if (kind === 'test' && findPostgresServer() === undefined) needs.push({ what: 'a PostgreSQL server', packages: ['postgresql'], required: true })
  // Without them the tests of spoken voicemails are skipped; sox writes MP3 by a library of its own package.
  if (kind === 'test' && findExecutable('espeak-ng') === undefined) needs.push({ what: 'espeak-ng (a caller who speaks)', packages: ['espeak-ng'], required: false })
  if (kind === 'test' && findExecutable('sox') === undefined) {
    needs.push({ what: 'sox (a telephone system that records)', packages: ['sox'], required: false }, { what: 'MP3 for sox', packages: ['libsox-fmt-mp3'], required: false })
  }
  // It can be started by root only, and without it the tests of mailboxes are skipped.
  if (kind === 'test' && process.getuid?.() === 0 && !existsSync('/usr/sbin/dovecot')) needs.push({ what: 'Dovecot (a mailbox to poll)', packages: ['dovecot-imapd'], required: false })
  return needs
}
