import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useNow } from './useNow'

const start = Date.UTC(2026, 10, 24, 16, 0)
let root: Root
let drawn: number[]

function Clock({ everyMs }: { readonly everyMs: number }): ReactNode {
  const now = useNow(everyMs)
  drawn.push(now - start)
  return <span>{now - start}</span>
}

const draw = (node: ReactNode): void => act(() => root.render(node))
const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))
const hide = (hidden: boolean): void => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}
const shown = (): readonly string[] => [...document.querySelectorAll('span')].map((span) => span.textContent)

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers({ now: start, toFake: ['setInterval', 'clearInterval', 'Date'] })
  drawn = []
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
})

it('ticks for everybody by one timer, and by none when nobody looks', () => {
  draw([1, 2, 3].map((n) => <Clock key={n} everyMs={1_000} />))
  expect(vi.getTimerCount()).toBe(1)
  pass(3_000)
  expect(shown()).toEqual(['3000', '3000', '3000'])
  draw(null)
  expect(vi.getTimerCount()).toBe(0)
})

it('stands still while the window is hidden, and is right at once when it is seen again', () => {
  draw(<Clock everyMs={1_000} />)
  pass(1_000)
  hide(true)
  const before = drawn.length
  pass(60_000)
  expect([drawn.length, vi.getTimerCount()]).toEqual([before, 0])
  hide(false)
  expect(shown()).toEqual(['61000'])
  pass(1_000)
  expect(shown()).toEqual(['62000'])
})

it('tells the present to one that comes later, whatever the last tick was', () => {
  draw(<Clock everyMs={30_000} />)
  draw(null)
  vi.setSystemTime(start + 7_500)
  draw(<Clock everyMs={30_000} />)
  expect(shown()).toEqual(['7500'])
})
