import { expect, test } from 'vitest'
import { isSignedByProvider } from './isSignedByProvider'

// The provider's own published example.
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const fields = [['Digits', '1234'], ['CallSid', 'CA1234567890ABCDE'], ['To', '+18005551212'], ['From', '+14158675309'], ['Caller', '+14158675309']] as const
const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8='
const check = (change: { token?: string; signature?: string | undefined; url?: string; fields?: typeof fields | readonly (readonly [string, string])[] } = {}): boolean => {
  const all = { token: '12345', signature, url, fields, ...change }
  return isSignedByProvider(all.token, all.signature, all.url, all.fields)
}

test('P30 the published example holds, in whatever order the fields came', () => {
  expect(check()).toBe(true)
  expect(check({ fields: fields.toReversed() })).toBe(true)
})

test('P30 an address with the usual port spelled out is the same address', () => {
  expect(check({ url: url.replace('.com/', '.com:443/') })).toBe(true)
  expect(check({ url: url.replace('.com/', '.com:80/') })).toBe(true)
})

test.each([
  ['another secret', { token: '12346' }],
  ['no signature', { signature: undefined }],
  ['an empty signature', { signature: '' }],
  ['a changed path', { url: url.replace('myapp', 'other') }],
  ['a changed query', { url: url.replace('bar=2', 'bar=3') }],
  ['another scheme', { url: url.replace('https', 'http') }],
  ['a changed field', { fields: fields.map(([name, value]) => [name, name === 'From' ? '+14158675300' : value] as const) }],
  ['one field more', { fields: [...fields, ['CallStatus', 'completed'] as const] }],
  ['one field less', { fields: fields.slice(1) }],
])('P30 %s does not pass', (_what, change) => {
  expect(check(change)).toBe(false)
})
