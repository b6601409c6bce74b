import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Composer } from './Composer'
import type { ComposerMode } from './ticketScreenStore'

let root: Root
let box: HTMLElement
const onText = vi.fn<(text: string) => void>()
const onSend = vi.fn<() => void>()
const onLeave = vi.fn<() => void>()
const dana = { name: 'Dana Whitfield', email: 'dana@example.com' }

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(() => {
  act(() => root.unmount())
  box.remove()
  vi.clearAllMocks()
})

const show = (mode: ComposerMode, text: string, recipient: typeof dana | null = dana): HTMLTextAreaElement => {
  act(() => root.render(<Composer mode={mode} text={text} recipient={recipient} focusCount={1} onText={onText} onSend={onSend} onLeave={onLeave} />))
  const field = box.querySelector('textarea')
  if (field === null) throw new Error('The composer shows no field.')
  return field
}
const press = (field: HTMLElement, key: string, ctrlKey = false): void => {
  act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true })))
}

test('a reply names who gets it, a note says that the customer never sees it', () => {
  expect(show('reply', 'Hello').getAttribute('aria-label')).toBe('Reply')
  expect(box.textContent).toContain('Send reply to Dana at dana@example.com')
  expect(show('note', 'Hello').getAttribute('aria-label')).toBe('Internal note')
  expect(box.textContent).toContain('The customer never sees this')
  expect(box.textContent).not.toContain('dana@example.com')
})

test('Ctrl+Enter sends, Enter alone does not', () => {
  const field = show('reply', 'Hello')
  press(field, 'Enter')
  expect(onSend).not.toHaveBeenCalled()
  press(field, 'Enter', true)
  expect(onSend).toHaveBeenCalledOnce()
})

test('nothing is sent without words, and no reply without an address', () => {
  press(show('note', '   '), 'Enter', true)
  press(show('reply', 'Hello', null), 'Enter', true)
  expect(onSend).not.toHaveBeenCalled()
  expect(box.textContent).toContain('no e-mail address')
})

test('Escape leaves and keeps the text', () => {
  press(show('note', 'half a thou'), 'Escape')
  expect(onLeave).toHaveBeenCalledOnce()
  expect(onText).not.toHaveBeenCalled()
})

test('the field has the focus at once', () => {
  const field = show('note', '')
  expect(document.activeElement).toBe(field)
})
