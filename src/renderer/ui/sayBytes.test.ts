// @vitest-environment node
import { expect, test } from 'vitest'
import { sayBytes } from './sayBytes'

test.each([
  [0, '0 bytes'],
  [812, '812 bytes'],
  [12_345, '12.3 kB'],
  [999_950, '1000 kB'],
  [25_000_000, '25.0 MB'],
])('%i bytes read %s', (bytes, words) => {
  expect(sayBytes(bytes)).toBe(words)
})
