import { screen } from 'electron'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { DeskState } from '../settings/deskState'
import type { DeskStore } from '../settings/openStore'
import { SMALLEST, clampBounds } from './clampBounds'

const FIRST_SIZE = { width: 1360, height: 860 } as const
/** Dragging a window fires hundreds of events; the place is written once it rests. */
const REST_MS = 400

/** Where and how large to open the window: as last time, as far as the screens of today allow. */
export function windowPlace(state: DeskState): BrowserWindowConstructorOptions {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const place = state.window === null ? null : clampBounds(state.window, areas)
  return { ...(place ?? FIRST_SIZE), minWidth: SMALLEST.width, minHeight: SMALLEST.height }
}

/** Remembers the window's place whenever it came to rest, and at the latest when it closes. */
export function rememberPlace(window: BrowserWindow, state: DeskStore<DeskState>): void {
  let resting: NodeJS.Timeout | null = null
  const remember = (): void => {
    if (resting !== null) clearTimeout(resting)
    resting = null
    state.replace({ ...state.read(), window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  }
  const soon = (): void => {
    if (resting !== null) clearTimeout(resting)
    resting = setTimeout(remember, REST_MS)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', remember)
}
