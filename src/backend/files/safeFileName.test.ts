import { expect, test } from 'vitest'
import { safeFileName } from './safeFileName'

test.each([
  ['error.log', 'error.log'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\dana\\fax log.txt', 'fax log.txt'],
  ['invoice\u202Etxt.exe', 'invoicetxt.exe'],
  ['a\u0000b\u0007c\r\n.png', 'abc.png'],
  ['zero\u200Bwidth.pdf', 'zerowidth.pdf'],
  ['con.txt', '_con.txt'],
  ['LPT1', '_LPT1'],
  ['.htaccess', 'htaccess'],
  ['trailing. . .', 'trailing'],
  ['', 'file'],
  ['/', 'file'],
  ['..', 'file'],
  ['a"b<c>d|e?f*g:h', 'a_b_c_d_e_f_g_h'],
  ['スクリーンショット.png', 'スクリーンショット.png'],
])('the name %j becomes %j', (given, safe) => {
  expect(safeFileName(given)).toBe(safe)
})

test('a long name keeps its ending and at most 120 characters', () => {
  const safe = safeFileName(`${'x'.repeat(400)}.tar.gz`)
  expect([...safe]).toHaveLength(120)
  expect(safe.endsWith('….gz')).toBe(true)
})
