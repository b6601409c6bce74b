import { describe, expect, it } from 'vitest'
import { LaunchOptionError, launchOptions } from './launchOptions'

describe('launchOptions', () => {
  it('means the demo world on the embedded backend when a developer says nothing', () => {
    expect(launchOptions({}, false)).toEqual({ profile: null, backend: null, demo: true, devServer: null })
  })

  it('means an empty backend when the packaged desk is told nothing', () => {
    expect(launchOptions({}, true)).toEqual({ profile: null, backend: null, demo: false, devServer: null })
  })

  it('takes all three', () => {
    const env = { ENGINEER_CONSOLE_PROFILE: '/home/ann/desk', ENGINEER_CONSOLE_BACKEND: 'http://127.0.0.1:4180/', ENGINEER_CONSOLE_DEMO: '0' }
    expect(launchOptions(env, false)).toEqual({ profile: '/home/ann/desk', backend: 'http://127.0.0.1:4180', demo: false, devServer: null })
  })

  it('takes pages from the development server only while it runs from its sources', () => {
    const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173/' }
    expect(launchOptions(env, false).devServer).toBe('http://localhost:5173')
    expect(launchOptions(env, true).devServer).toBeNull()
  })

  it('can insist on the embedded backend', () => {
    expect(launchOptions({ ENGINEER_CONSOLE_BACKEND: 'embedded' }, true).backend).toBe('embedded')
  })

  it.each([
    [{ ENGINEER_CONSOLE_PROFILE: 'desk' }, 'ENGINEER_CONSOLE_PROFILE is “desk”, but must be an absolute path.'],
    [{ ENGINEER_CONSOLE_DEMO: 'yes' }, 'ENGINEER_CONSOLE_DEMO is “yes”, but must be 1 (demo world) or 0 (empty).'],
    [{ ELECTRON_RENDERER_URL: 'http://example.com:5173' }, 'ELECTRON_RENDERER_URL is “http://example.com:5173”, but must be an http:// address on this computer.'],
    [{ ENGINEER_CONSOLE_BACKEND: 'ftp://example.com' }, 'ENGINEER_CONSOLE_BACKEND: A backend’s address begins with https://, not ftp:'],
  ])('names the variable and what it may be: %o', (env, sentence) => {
    expect(() => launchOptions(env, false)).toThrow(new LaunchOptionError(sentence))
  })
})
