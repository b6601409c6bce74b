import { isAbsolute } from 'node:path'
import { parseBackendAddress } from '../backendProcess/parseBackendAddress'

/** What the person or script that starts the desk decides. */
export interface LaunchOptions {
  /** Absolute folder of settings, cache and embedded backend; null = the operating system's place. */
  readonly profile: string | null
  /** Origin of a backend that overrides the settings; `embedded` overrides them the other way; null = as set. */
  readonly backend: string | null
  /** Whether a new embedded backend is filled with the demo world. */
  readonly demo: boolean
  /** Origin of the development server that gives the pages; null = the built ones. Never set for an installed desk. */
  readonly devServer: string | null
}

/** A mistake in the environment, with a sentence that names the variable and what it may be. */
export class LaunchOptionError extends Error {}

/**
 * Reads the launch options:
 * - `ENGINEER_CONSOLE_PROFILE`: absolute folder
 * - `ENGINEER_CONSOLE_BACKEND`: an address such as `http://127.0.0.1:4180`, or `embedded`
 * - `ENGINEER_CONSOLE_DEMO`: `1` or `0`; unset means 1 while the desk runs from its sources
 * - `ELECTRON_RENDERER_URL`: set by electron-vite for `npm run dev`; an address on this computer
 * Throws LaunchOptionError.
 */
export function launchOptions(env: Readonly<Record<string, string | undefined>>, packaged: boolean): LaunchOptions {
  return {
    profile: profile(env['ENGINEER_CONSOLE_PROFILE']),
    backend: backend(env['ENGINEER_CONSOLE_BACKEND']),
    demo: demo(env['ENGINEER_CONSOLE_DEMO'], packaged),
    devServer: packaged ? null : devServer(env['ELECTRON_RENDERER_URL']),
  }
}

function profile(value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  if (isAbsolute(value)) return value
  throw new LaunchOptionError(`ENGINEER_CONSOLE_PROFILE is “${value}”, but must be an absolute path.`)
}

function backend(value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  if (value === 'embedded') return value
  const address = parseBackendAddress(value)
  if (address.ok) return address.origin
  throw new LaunchOptionError(`ENGINEER_CONSOLE_BACKEND: ${address.reason}`)
}

function demo(value: string | undefined, packaged: boolean): boolean {
  if (value === undefined || value === '') return !packaged
  if (value === '1') return true
  if (value === '0') return false
  throw new LaunchOptionError(`ENGINEER_CONSOLE_DEMO is “${value}”, but must be 1 (demo world) or 0 (empty).`)
}

function devServer(value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  const url = URL.canParse(value) ? new URL(value) : null
  if (url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)) return url.origin
  throw new LaunchOptionError(`ELECTRON_RENDERER_URL is “${value}”, but must be an http:// address on this computer.`)
}
