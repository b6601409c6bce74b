// @vitest-environment node
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { exampleId } from '../fixtures/exampleId'
import { OthersUnsent } from './OthersUnsent'

it('names each of the others with what waits for their sign-in', () => {
  const others = [
    { engineerId: exampleId(2), engineerName: 'Lee Park', unsent: 3 },
    { engineerId: exampleId(3), engineerName: 'another engineer', unsent: 1 },
  ]
  const words = renderToStaticMarkup(<OthersUnsent others={others} />).replaceAll(/<[^>]+>/g, ' ')
  expect(words).toMatch(/Lee Park\s+3 changes, sent when they sign in here\s+another engineer\s+1 change, sent/)
})

it('is silent when nobody else left anything', () => {
  expect(renderToStaticMarkup(<OthersUnsent others={[]} />)).toBe('')
})
