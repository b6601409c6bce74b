import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The full path of a program on PATH, or undefined.
 * @param {string} name
 * @param {readonly string[]} [moreFolders] looked in after PATH
 * @returns {string | undefined}
 */
export function findExecutable(name, moreFolders = []) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...moreFolders]
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutableFile)
}

/** @returns {string | undefined} the machine's own Chromium or Chrome */
export function findChromium() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
    const found = findExecutable(name)
    if (found !== undefined) return found
  }
  return undefined
}

/** @returns {string | undefined} PostgreSQL's server program: Debian keeps it off PATH, in a folder per major version */
export function findPostgresServer() {
  return findExecutable('postgres', postgresFolders())
}

function postgresFolders() {
  const root = '/usr/lib/postgresql'
  try {
    return readdirSync(root).map((version) => join(root, version, 'bin'))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** @param {string} path */
function isExecutableFile(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** @param {unknown} error */
function isMissing(error) {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
