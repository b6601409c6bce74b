import { openStore } from './openStore'
import type { DeskStore } from './openStore'
import type { Bounds } from '../windows/clampBounds'

/** What the desk remembers by itself, without anybody setting it: where the window was, which ports were free. */
export interface DeskState {
  /** Null before the first close. Device-independent pixels. */
  readonly window: (Bounds & { readonly maximized: boolean }) | null
  /** Ports the embedded backend had last, so that its addresses stay the same; 0 = none yet. */
  readonly ports: { readonly http: number; readonly smtp: number }
}

/** Opens `desk-state.json`. */
export function openDeskState(folder: string, report: (sentence: string) => void): DeskStore<DeskState> {
  return openStore<DeskState>({ folder, name: 'desk-state', defaults: { window: null, ports: { http: 0, smtp: 0 } }, parse: parseState, report })
}

function parseState(content: unknown): DeskState {
  const { window, ports } = record(content, 'the file')
  const { http, smtp } = record(ports, 'ports')
  return { window: window === null ? null : parseWindow(window), ports: { http: port(http, 'ports.http'), smtp: port(smtp, 'ports.smtp') } }
}

function parseWindow(content: unknown): DeskState['window'] {
  const { x, y, width, height, maximized } = record(content, 'window')
  return {
    x: whole(x, 'window.x'),
    y: whole(y, 'window.y'),
    width: whole(width, 'window.width'),
    height: whole(height, 'window.height'),
    maximized: maximized === true,
  }
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Error(`${what} is not an object`)
}

function whole(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw new Error(`${what} is not a whole number`)
}

function port(value: unknown, what: string): number {
  const number = whole(value, what)
  if (number >= 0 && number <= 65_535) return number
  throw new Error(`${what} is not a port`)
}
