/**
 * Packs files into an asar archive: four little-endian words (the sizes of two Chromium pickles), the
 * JSON index padded to four bytes, then the files one after the other. Flat: no folders.
 * @param {Readonly<Record<string, Buffer>>} files name → content
 * @returns {Buffer}
 */
export function writeAsar(files) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const index = {}
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    if (name.includes('/')) throw new Error(`This asar writer knows no folders: ${name}`)
    index[name] = { size: content.length, offset: String(offset) }
    offset += content.length
  }
  const json = Buffer.from(JSON.stringify({ files: index }))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(padded + 8, 4)
  head.writeUInt32LE(padded + 4, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...Object.values(files)])
}
