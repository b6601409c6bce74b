import { describe, expect, it } from 'vitest'
import { writeAsar } from './writeAsar.mjs'

interface AsarIndex {
  readonly files: Readonly<Record<string, { readonly size: number; readonly offset: string }>>
}

/** Reads an archive the way Electron does: two pickles, then offsets from where the index ends. */
function readAsar(archive: Buffer): Record<string, string> {
  const headerSize = archive.readUInt32LE(4)
  const index = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))) as AsarIndex
  return Object.fromEntries(
    Object.entries(index.files).map(([name, { size, offset }]) => {
      const start = 8 + headerSize + Number(offset)
      return [name, archive.toString('utf8', start, start + size)]
    }),
  )
}

describe('writeAsar', () => {
  it.each([1, 2, 3, 4])('keeps every file whole whatever padding the index needs (name of %i letters)', (length) => {
    const files = { [`${'a'.repeat(length)}.js`]: 'await import("x")', 'package.json': '{}', 'empty.txt': '' }
    const archive = writeAsar(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])))
    expect(readAsar(archive)).toEqual(files)
    expect(archive.readUInt32LE(0)).toBe(4)
    expect(archive.readUInt32LE(4) % 4).toBe(0)
  })

  it('refuses folders', () => {
    expect(() => writeAsar({ 'lib/main.js': Buffer.from('') })).toThrow('knows no folders: lib/main.js')
  })
})
