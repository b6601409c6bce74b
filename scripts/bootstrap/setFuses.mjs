/** The bytes Electron's own tooling looks for; after them come a version byte, a length byte and one byte a fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const KNOWN_VERSION = 1

/** Fuse numbers of Electron's fuse scheme 1. */
export const FUSES = /** @type {const} */ ({ nodeCliInspectArguments: 3, browserProcessSpecificV8Snapshot: 6 })

/**
 * Sets fuses in an Electron program, in place.
 * @param {Buffer} program
 * @param {Readonly<Record<number, boolean>>} fuses fuse number → on or off
 */
export function setFuses(program, fuses) {
  const found = program.indexOf(SENTINEL, 0, 'latin1')
  if (found < 0) throw new Error('This program has no Electron fuses')
  const start = found + SENTINEL.length
  const version = program[start]
  if (version !== KNOWN_VERSION) throw new Error(`This program has fuses of scheme ${version}, this script knows scheme ${KNOWN_VERSION}`)
  const count = program[start + 1] ?? 0
  for (const [number, on] of Object.entries(fuses)) {
    if (Number(number) >= count) throw new Error(`This program has ${count} fuses; there is no fuse ${number}`)
    program.write(on ? '1' : '0', start + 2 + Number(number), 'latin1')
  }
}
