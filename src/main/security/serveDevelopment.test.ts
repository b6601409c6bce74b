import { describe, expect, it } from 'vitest'
import { contentPolicy } from './contentPolicy'
import { developmentPolicy } from './serveDevelopment'

describe('developmentPolicy', () => {
  const backend = 'http://127.0.0.1:4180'
  const policy = developmentPolicy(backend, 'http://localhost:5173')

  it('adds what live reload needs, and names no further origin', () => {
    expect(policy).toContain("connect-src 'self' ws://localhost:5173 http://127.0.0.1:4180;")
    expect(policy).toContain("script-src 'self' 'unsafe-inline';")
  })

  it('P40 is never the policy of the built desk', () => {
    expect(contentPolicy(backend)).not.toMatch(/unsafe|ws:/)
  })
})
