import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { priorities } from '../../domain/ticket/ticket'
import { PriorityMark } from './PriorityMark'
import { priorityNames } from './priorityNames'

const draw = (html: string): HTMLElement => {
  const box = document.createElement('div')
  box.innerHTML = html
  return box
}

test('R45 each priority is told by its word', () => {
  for (const priority of priorities) expect(draw(renderToStaticMarkup(<PriorityMark priority={priority} />)).textContent).toBe(priorityNames[priority])
})

test('R45 each priority has an outline of its own, so that it is told without colour', () => {
  const outlines = priorities.map((priority) => draw(renderToStaticMarkup(<PriorityMark priority={priority} />)).querySelector('svg')?.innerHTML ?? '')
  expect(new Set(outlines).size).toBe(priorities.length)
})
