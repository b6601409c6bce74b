import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const TEST_FILE = /\.test\.tsx?$/

/**
 * One hash over the names and contents of files and whole folders. Tests are no part of a build.
 * @param {string} root
 * @param {readonly string[]} paths relative to root; what is missing is hashed as missing
 * @returns {string} SHA-256, hex
 */
export function sourceFingerprint(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((entry) => filesIn(root, entry)).toSorted()) {
    hash.update(`${path}\0`)
    hash.update(createHash('sha256').update(readFileSync(join(root, path))).digest())
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .filter((name) => !TEST_FILE.test(name))
    .flatMap((name) => filesIn(root, `${path}/${name}`))
}
