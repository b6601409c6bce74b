/** A place on the desktop in device-independent pixels. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const SMALLEST = { width: 900, height: 600 } as const

/** How much of the window's top edge must be on a screen, so that it can be seen and dragged. */
const GRIP = { width: 120, height: 32 } as const

/**
 * The place to open a window that was last at `saved`, given the work areas of the screens that exist now. Null when
 * none of them shows enough of it: a screen was unplugged, and the window should open where a new one would.
 */
export function clampBounds(saved: Bounds, workAreas: readonly Bounds[]): Bounds | null {
  const home = workAreas.find((area) => showsGrip(saved, area))
  if (home === undefined) return null
  const width = between(saved.width, Math.min(SMALLEST.width, home.width), home.width)
  const height = between(saved.height, Math.min(SMALLEST.height, home.height), home.height)
  return {
    x: between(saved.x, home.x, home.x + home.width - width),
    y: between(saved.y, home.y, home.y + home.height - height),
    width,
    height,
  }
}

function showsGrip(window: Bounds, area: Bounds): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const top = window.y >= area.y - GRIP.height && window.y <= area.y + area.height - GRIP.height
  return across >= GRIP.width && top
}

function between(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
