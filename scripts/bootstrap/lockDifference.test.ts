import { describe, expect, it } from 'vitest'
import { lockDifference } from './lockDifference.mjs'

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
    'node_modules/a/node_modules/@scope/b': { version: '1.0.0' },
    'node_modules/@esbuild/win32-x64': { version: '0.27.0', optional: true },
  },
}
const installed = {
  packages: {
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
    'node_modules/a/node_modules/@scope/b': { version: '1.0.0' },
  },
}

describe('lockDifference', () => {
  it('is silent when every package is there; one for another platform may be missing', () => {
    expect(lockDifference(wanted, installed)).toBeUndefined()
  })

  it('tells when nothing is installed, or an install broke off before npm wrote its list', () => {
    expect(lockDifference(wanted, undefined)).toBe('The packages are not installed yet.')
  })

  it('names a missing package', () => {
    const without = { packages: { 'node_modules/zod': installed.packages['node_modules/zod'] } }
    expect(lockDifference(wanted, without)).toBe('The package @scope/b is not installed yet.')
  })

  it('names a package of another version, or another content', () => {
    const older = { packages: { ...installed.packages, 'node_modules/zod': { version: '4.6.6' } } }
    expect(lockDifference(wanted, older)).toBe('The package zod is installed as 4.6.6, and 4.6.7 is wanted.')
    const other = { packages: { ...installed.packages, 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-b' } } }
    expect(lockDifference(wanted, other)).toContain('zod is not the copy')
  })

  it('tells a wrong version of an optional package that is there', () => {
    const wrong = { packages: { ...installed.packages, 'node_modules/@esbuild/win32-x64': { version: '0.26.0' } } }
    expect(lockDifference(wanted, wrong)).toContain('@esbuild/win32-x64 is installed as 0.26.0')
  })
})
