import { describe, expect, it } from 'vitest'
import { clampBounds } from './clampBounds'

const laptop = { x: 0, y: 24, width: 1920, height: 1056 }
const right = { x: 1920, y: 0, width: 2560, height: 1440 }

describe('clampBounds', () => {
  it.each([
    ['a place that is still there', { x: 100, y: 100, width: 1200, height: 800 }, [laptop], { x: 100, y: 100, width: 1200, height: 800 }],
    ['a place on the second screen', { x: 2000, y: 50, width: 1200, height: 800 }, [laptop, right], { x: 2000, y: 50, width: 1200, height: 800 }],
    ['a window partly off the right edge', { x: 1500, y: 100, width: 1200, height: 800 }, [laptop], { x: 720, y: 100, width: 1200, height: 800 }],
    ['a window under the top bar', { x: 100, y: 0, width: 1200, height: 800 }, [laptop], { x: 100, y: 24, width: 1200, height: 800 }],
    ['a window larger than the screen', { x: 0, y: 24, width: 4000, height: 3000 }, [laptop], laptop],
    ['a window shrunk to nothing', { x: 200, y: 200, width: 130, height: 40 }, [laptop], { x: 200, y: 200, width: 900, height: 600 }],
    ['a screen smaller than the smallest window', { x: 0, y: 0, width: 1200, height: 800 }, [{ x: 0, y: 0, width: 800, height: 500 }], { x: 0, y: 0, width: 800, height: 500 }],
  ])('keeps %s', (_case, saved, areas, expected) => {
    expect(clampBounds(saved, areas)).toEqual(expected)
  })

  it.each([
    ['its screen was unplugged', { x: 2600, y: 50, width: 1200, height: 800 }, [laptop]],
    ['only a sliver of it would show', { x: 1900, y: 100, width: 1200, height: 800 }, [laptop]],
    ['its title bar would be below the screen', { x: 100, y: 1079, width: 1200, height: 800 }, [laptop]],
    ['there is no screen', { x: 0, y: 0, width: 1200, height: 800 }, []],
  ])('gives up when %s', (_case, saved, areas) => {
    expect(clampBounds(saved, areas)).toBeNull()
  })
})
