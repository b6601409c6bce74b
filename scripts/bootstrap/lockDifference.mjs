/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {{ packages?: Readonly<Record<string, LockedPackage>> }} LockFile
 */

/**
 * Why node_modules does not hold what package-lock.json names, or undefined when it does. npm itself
 * writes the second file at the end of an install, so a broken-off install differs too.
 * A package for another platform may be missing.
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile | undefined} installed node_modules/.package-lock.json
 * @returns {string | undefined} a sentence
 */
export function lockDifference(wanted, installed) {
  if (installed === undefined) return 'The packages are not installed yet.'
  const present = installed.packages ?? {}
  for (const [path, locked] of Object.entries(wanted.packages ?? {})) {
    if (path === '') continue
    const found = present[path]
    const name = path.replace(/^.*node_modules\//, '')
    if (found === undefined) {
      if (locked.optional === true || locked.devOptional === true) continue
      return `The package ${name} is not installed yet.`
    }
    if (found.version !== locked.version) return `The package ${name} is installed as ${found.version ?? 'unknown'}, and ${locked.version ?? 'unknown'} is wanted.`
    if (locked.integrity !== undefined && found.integrity !== undefined && found.integrity !== locked.integrity) {
      return `The package ${name} is not the copy that package-lock.json names.`
    }
  }
  return undefined
}
