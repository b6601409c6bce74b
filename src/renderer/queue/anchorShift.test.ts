// @vitest-environment node
import { expect, test } from 'vitest'
import { anchorShift } from './anchorShift'

test('what arrives above moves the list by as many rows', () => {
  expect(anchorShift(['a', 'b', 'c'], ['x', 'y', 'a', 'b', 'c'], 1)).toBe(2)
})

test('what leaves above moves it back', () => {
  expect(anchorShift(['a', 'b', 'c'], ['b', 'c'], 1)).toBe(-1)
})

test('what arrives below moves nothing', () => {
  expect(anchorShift(['a', 'b'], ['a', 'b', 'x'], 0)).toBe(0)
})

test('when the row at the edge is gone, the next one holds the place', () => {
  expect(anchorShift(['a', 'b', 'c'], ['a', 'x', 'c'], 1)).toBe(0)
  expect(anchorShift(['a', 'b'], ['x'], 0)).toBe(0)
})
