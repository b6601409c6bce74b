// @vitest-environment node
import { expect, test } from 'vitest'
import { isInView } from './queueViews'

const open = { state: 'open', assigneeId: null } as const

test('R54 what is open is in All, what waits for the customer is in Waiting', () => {
  expect(isInView(open, 'all', 'me')).toBe(true)
  expect(isInView({ ...open, state: 'waiting' }, 'all', 'me')).toBe(false)
  expect(isInView({ ...open, state: 'waiting' }, 'waiting', 'me')).toBe(true)
})

test('Unassigned is open and has nobody', () => {
  expect(isInView(open, 'unassigned', 'me')).toBe(true)
  expect(isInView({ ...open, assigneeId: 'other' }, 'unassigned', 'me')).toBe(false)
})

test('Mine is mine, also while it waits; nobody signed in has nothing', () => {
  expect(isInView({ state: 'waiting', assigneeId: 'me' }, 'mine', 'me')).toBe(true)
  expect(isInView({ ...open, assigneeId: 'other' }, 'mine', 'me')).toBe(false)
  expect(isInView(open, 'mine', null)).toBe(false)
})
