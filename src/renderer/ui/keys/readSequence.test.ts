// @vitest-environment node
import { expect, test } from 'vitest'
import { readSequence } from './readSequence'

const known = ['j', 'g q', 'g s', 's']

test('a key alone is complete at once', () => {
  expect(readSequence(null, 'j', known, 0)).toEqual({ complete: 'j', next: null })
})

test('the first half of a pair waits, the second completes it', () => {
  const first = readSequence(null, 'g', known, 1_000)
  expect(first.complete).toBeNull()
  expect(readSequence(first.next, 's', known, 1_500)).toEqual({ complete: 'g s', next: null })
})

test('a second half that comes too late is a key of its own', () => {
  const first = readSequence(null, 'g', known, 1_000)
  expect(readSequence(first.next, 's', known, 2_500)).toEqual({ complete: 's', next: null })
})

test('an unknown second half does nothing and ends the pair', () => {
  const first = readSequence(null, 'g', known, 1_000)
  expect(readSequence(first.next, 'x', known, 1_100)).toEqual({ complete: null, next: null })
})
