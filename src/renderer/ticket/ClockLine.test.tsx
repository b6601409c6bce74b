import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ClockLine } from './ClockLine'

const said = { label: 'callback', text: 'callback due 14:30 CT, 12 min left', tone: 'soon', fraction: 0.6 } as const

test('R58 a clock is a bar with words, and the words alone are enough', () => {
  const box = document.createElement('div')
  box.innerHTML = renderToStaticMarkup(<ClockLine said={said} />)
  expect(box.textContent).toBe('callback due 14:30 CT, 12 min left')
  expect(box.querySelector<HTMLElement>('[aria-hidden] > [style]')?.style.width).toBe('60%')
})

test('a late clock has a sign besides its colour', () => {
  const calm = renderToStaticMarkup(<ClockLine said={{ ...said, tone: 'calm' }} />)
  const late = renderToStaticMarkup(<ClockLine said={{ ...said, tone: 'late' }} />)
  expect(calm).not.toContain('<svg')
  expect(late).toContain('<svg')
})

test('a promise that is over has no bar', () => {
  expect(renderToStaticMarkup(<ClockLine said={{ ...said, tone: 'done' }} quiet />)).not.toContain('width:')
})
