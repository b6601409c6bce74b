import { expect, it } from 'vitest'
import { serviceSentences } from './serviceSentences'

it('R56 tells the customer that support tickets are unlimited', () => {
  expect(serviceSentences.supportIncluded.text).toContain('unlimited support tickets')
})
