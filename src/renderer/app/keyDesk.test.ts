import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addKeyHandlers, handleKeyPress } from './keyDesk'
import { keyMap } from './keyMap'

const stops: (() => void)[] = []
const press = (key: string, target: HTMLElement = document.body, init: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  return event
}

beforeEach(() => window.addEventListener('keydown', handleKeyPress))
afterEach(() => {
  window.removeEventListener('keydown', handleKeyPress)
  for (const stop of stops.splice(0)) stop()
  document.body.replaceChildren()
})

test('a key works its action and is taken from the browser', () => {
  const claim = vi.fn<() => void>()
  stops.push(addKeyHandlers(() => ({ claim })))
  expect(press('c').defaultPrevented).toBe(true)
  expect(claim).toHaveBeenCalledOnce()
})

test('no key works while somebody types', () => {
  const claim = vi.fn<() => void>()
  stops.push(addKeyHandlers(() => ({ claim })))
  const field = document.body.appendChild(document.createElement('textarea'))
  press('c', field)
  expect(claim).not.toHaveBeenCalled()
})

test('no key works behind an open dialog', () => {
  const claim = vi.fn<() => void>()
  stops.push(addKeyHandlers(() => ({ claim })))
  document.body.appendChild(document.createElement('div')).dataset['keyWall'] = ''
  press('c')
  expect(claim).not.toHaveBeenCalled()
})

test('Ctrl+C stays the copy of the system', () => {
  const claim = vi.fn<() => void>()
  stops.push(addKeyHandlers(() => ({ claim })))
  expect(press('c', document.body, { ctrlKey: true }).defaultPrevented).toBe(false)
  expect(claim).not.toHaveBeenCalled()
})

test('g then q goes to the queue, and the q alone does nothing', () => {
  const goQueue = vi.fn<() => void>()
  stops.push(addKeyHandlers(() => ({ goQueue })))
  press('q')
  expect(goQueue).not.toHaveBeenCalled()
  press('g')
  press('q')
  expect(goQueue).toHaveBeenCalledOnce()
})

test('the handler added last wins and gives way when it goes', () => {
  const below = vi.fn<() => void>()
  const above = vi.fn<() => void>()
  stops.push(addKeyHandlers(() => ({ back: below })))
  const stop = addKeyHandlers(() => ({ back: above }))
  press('Escape')
  stop()
  press('Escape')
  expect(above).toHaveBeenCalledOnce()
  expect(below).toHaveBeenCalledOnce()
})

test('Enter stays with a focused button', () => {
  const openTicket = vi.fn<() => void>()
  stops.push(addKeyHandlers(() => ({ openTicket })))
  press('Enter', document.body.appendChild(document.createElement('button')))
  expect(openTicket).not.toHaveBeenCalled()
})

test('arrows stay with a group of choices, letters do not', () => {
  const nextTicket = vi.fn<() => void>()
  stops.push(addKeyHandlers(() => ({ nextTicket })))
  const group = document.body.appendChild(document.createElement('div'))
  group.setAttribute('role', 'radiogroup')
  press('ArrowDown', group)
  expect(nextTicket).not.toHaveBeenCalled()
  press('j', group)
  expect(nextTicket).toHaveBeenCalledOnce()
})

test('no key has two meanings', () => {
  const keys = Object.values(keyMap).flatMap((entry) => [...entry.keys])
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
})
