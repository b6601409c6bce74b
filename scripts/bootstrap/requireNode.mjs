const OLDEST = /** @type {const} */ ([20, 19])

/** Ends the program with a plain sentence when this Node is too old to run it. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  process.stderr.write(
    'Engineer Console needs Node ' + OLDEST.join('.') + ' or newer; this is Node ' + process.versions.node + '.\n' +
      'Install a current Node (its LTS release is right), then run the same command again.\n',
  )
  process.exit(1)
}
