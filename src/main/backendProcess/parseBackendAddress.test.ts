import { describe, expect, it } from 'vitest'
import { parseBackendAddress } from './parseBackendAddress'

describe('parseBackendAddress', () => {
  it.each([
    ['https://support.example.com', 'https://support.example.com'],
    [' https://Support.example.com:8443/ ', 'https://support.example.com:8443'],
    ['http://127.0.0.1:4180', 'http://127.0.0.1:4180'],
    ['http://localhost:4180/', 'http://localhost:4180'],
    ['http://[::1]:4180', 'http://[::1]:4180'],
  ])('takes %s', (typed, origin) => {
    expect(parseBackendAddress(typed)).toEqual({ ok: true, origin })
  })

  it.each([
    ['http://support.example.com', 'must be reached by https'],
    ['http://127.0.0.1.example.com', 'must be reached by https'],
    ['ftp://support.example.com', 'begins with https'],
    ['support.example.com', 'is not an address'],
    ['https://ann:secret@support.example.com', 'Leave user name and password out'],
    ['https://support.example.com/api', 'ends after the host and port: https://support.example.com'],
    ['', 'is not an address'],
  ])('refuses %j with a reason', (typed, reason) => {
    expect(parseBackendAddress(typed)).toEqual({ ok: false, reason: expect.stringContaining(reason) as string })
  })
})
