import { beforeEach, expect, it } from 'vitest'
import { addToDraft } from './addToDraft'
import { draftKey, useDrafts } from './draftStore'

const key = draftKey('dana', 'ticket-1', 'reply')
const draft = (): string | undefined => useDrafts.getState().texts[key]

beforeEach(() => useDrafts.setState({ texts: {} }))

it('puts a text into an empty draft, and takes it out again when asked', () => {
  const undo = addToDraft('dana', 'ticket-1', 'reply', 'Please restart the service.')
  expect(draft()).toBe('Please restart the service.')
  undo()
  expect(draft()).toBeUndefined()
})

it('never overwrites what is being written, and leaves it as it was when undone', () => {
  useDrafts.getState().keep(key, 'Half a sentence')
  const undo = addToDraft('dana', 'ticket-1', 'reply', 'An older text.')
  expect(draft()).toBe('Half a sentence\n\nAn older text.')
  undo()
  expect(draft()).toBe('Half a sentence')
})
