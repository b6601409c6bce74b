import { beforeEach, expect, test } from 'vitest'
import { draftKey, useDrafts } from './draftStore'

beforeEach(() => {
  localStorage.clear()
  useDrafts.setState({ texts: {} })
})

const stored = (): string => localStorage.getItem('drafts') ?? ''

test('a draft is on the disk of the desk as soon as it is typed', async () => {
  useDrafts.getState().keep(draftKey('dana', 't1', 'reply'), 'Hello Beth')
  expect(stored()).toContain('Hello Beth')
  useDrafts.setState({ texts: {} })
  localStorage.setItem('drafts', JSON.stringify({ state: { texts: { 'dana/t1/reply': 'Hello Beth' } }, version: 0 }))
  await useDrafts.persist.rehydrate()
  expect(useDrafts.getState().texts[draftKey('dana', 't1', 'reply')]).toBe('Hello Beth')
})

test('a reply and a note of one ticket, and two engineers, never share a draft', () => {
  const { keep } = useDrafts.getState()
  keep(draftKey('dana', 't1', 'reply'), 'to the customer')
  keep(draftKey('dana', 't1', 'note'), 'internal')
  keep(draftKey('miguel', 't1', 'note'), 'his own')
  expect(Object.values(useDrafts.getState().texts)).toEqual(['to the customer', 'internal', 'his own'])
})

test('a sent text leaves nothing behind', () => {
  useDrafts.getState().keep(draftKey('dana', 't1', 'note'), 'internal')
  useDrafts.getState().keep(draftKey('dana', 't1', 'note'), '')
  expect(stored()).not.toContain('internal')
})
