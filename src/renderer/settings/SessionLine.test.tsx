// @vitest-environment node
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { SessionLine } from './SessionLine'

it.each([
  ['keyring', 'You stay signed in'],
  ['memory', 'you sign in at each start'],
] as const)('P50 says what keeping the session in %s means for the next start', (storage, words) => {
  expect(renderToStaticMarkup(<SessionLine storage={storage} />)).toContain(words)
})

it('says nothing before it is known', () => {
  expect(renderToStaticMarkup(<SessionLine storage={null} />)).toBe('')
})
