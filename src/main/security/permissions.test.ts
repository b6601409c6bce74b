import { describe, expect, it } from 'vitest'
import { mayUse } from './permissions'

describe('mayUse', () => {
  it.each([
    ['notifications', 'app://console', true],
    ['notifications', 'app://console/', true],
    ['clipboard-sanitized-write', 'app://console/', true],
    ['clipboard-read', 'app://console/', false],
    ['media', 'app://console/', false],
    ['geolocation', 'app://console/', false],
    ['fileSystem', 'app://console/', false],
    ['openExternal', 'app://console/', false],
    ['notifications', 'app://console-evil/', false],
    ['notifications', 'https://example.com/', false],
    ['notifications', '', false],
  ])('P48 %s for %s: %s', (permission, origin, allowed) => {
    expect(mayUse(permission, origin)).toBe(allowed)
  })
})
