// @vitest-environment node
import { expect, test } from 'vitest'
import { moveSelection } from './moveSelection'

const ids = ['a', 'b', 'c']

test('goes by id and stops at the ends', () => {
  expect(moveSelection(ids, 'a', 1)).toBe('b')
  expect(moveSelection(ids, 'c', 1)).toBe('c')
  expect(moveSelection(ids, 'a', -1)).toBe('a')
})

test('begins at the top when nothing in the list is selected', () => {
  expect(moveSelection(ids, null, 1)).toBe('a')
  expect(moveSelection(ids, 'gone', -1)).toBe('a')
})

test('an empty list has nothing to select', () => {
  expect(moveSelection([], 'a', 1)).toBeNull()
})
