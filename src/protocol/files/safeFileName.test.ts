import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileNames } from '../../../tests/fixtures/hostileNames'
import { nameFaults } from '../../../tests/fixtures/nameFaults'
import { safeFileName } from './safeFileName'

/** Any UTF-16 at all, half characters too. */
const anyUnits = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 150 }).map((units) => String.fromCharCode(...units))

describe('safeFileName', () => {
  it.each([
    ['error.log', 'error.log'],
    ['Bericht – Größe.pdf', 'Bericht – Größe.pdf'],
    ['スクリーンショット.png', 'スクリーンショット.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\dana\\fax log.txt', 'fax log.txt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['invoice.pdf\u3164\u3164.exe', 'invoice.pdf.exe'],
    ['invoice.pdf          .exe', 'invoice.pdf .exe'],
    ['a\u0000b\u0007c.png', 'abc.png'],
    ['line\nbreak.txt', 'line break.txt'],
    ['con.txt', '_con.txt'],
    ['CON .txt', '_CON .txt'],
    ['COM¹', '_COM¹'],
    ['fax.log::$DATA', 'fax.log__$DATA'],
    ['-rf', '_rf'],
    ['.htaccess', 'htaccess'],
    ['trailing. . .', 'trailing'],
    ['cafe\u0301.txt', 'caf\u00E9.txt'],
    ['%2e%2e%2fx', '%2e%2e%2fx'],
    ['folder/', 'attachment'],
    ['..', 'attachment'],
    ['', 'attachment'],
  ])('P41 makes %j into %j', (given, safe) => {
    expect(safeFileName(given)).toBe(safe)
  })

  it('P41 shortens to 200 bytes, keeps the ending and cuts no character in two', () => {
    expect(safeFileName(`${'ä'.repeat(300)}.log`)).toBe(`${'ä'.repeat(96)}….log`)
    expect(safeFileName(`${'x'.repeat(400)}.tar.gz`)).toMatch(/^x+….gz$/)
    expect(safeFileName('𝕏'.repeat(100))).toBe(`${'𝕏'.repeat(49)}…`)
  })

  it('P41 leaves no fault in any of 300 hostile names, and a safe name as it is', () => {
    for (const name of hostileNames(300)) {
      const safe = safeFileName(name)
      expect([name, nameFaults(safe)]).toEqual([name, []])
      expect(safeFileName(safe)).toBe(safe)
    }
  })

  it('P41 leaves no fault in any name at all', () => {
    const part = fc.oneof(anyUnits, fc.constantFrom(...hostileNames(150)), fc.constantFrom('.', ' ', '-', '/', '\u0301', '\uD83D', '\u200D'))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const safe = safeFileName(parts.join(''))
        expect(nameFaults(safe)).toEqual([])
        expect(safeFileName(safe)).toBe(safe)
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})
