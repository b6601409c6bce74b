import { describe, expect, it } from 'vitest'
import { cleanFileName } from './cleanFileName'

describe('cleanFileName', () => {
  it.each([
    ['fax log 24.11.txt', 'fax log 24.11.txt'],
    ['Bericht – Größe.pdf', 'Bericht – Größe.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\Windows\\win.ini', 'win.ini'],
    ['C:\\x\\evil.exe', 'evil.exe'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\u001F.txt', 'ab.txt'],
    ['line\nbreak.txt', 'linebreak.txt'],
    ['what?*.txt', 'what__.txt'],
    ['CON', '_CON'],
    ['com1.txt', '_com1.txt'],
    ['.bashrc', 'bashrc'],
    ['name. . .', 'name'],
    ['..', 'attachment'],
    ['', 'attachment'],
    ['folder/', 'attachment'],
  ])('P41 makes %j into %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean)
  })

  it('P41 shortens to 200 bytes, keeps the extension and cuts no character in two', () => {
    const clean = cleanFileName(`${'ä'.repeat(300)}.log`)
    expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(200)
    expect(clean).toMatch(/^ä+\.log$/)
  })
})
