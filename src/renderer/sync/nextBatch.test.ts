// @vitest-environment node
import { expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { exampleId } from '../fixtures/exampleId'
import { nextBatch } from './nextBatch'

const mutation = (mut: number, text: string) => ({ mut, name: 'addNote', version: 1, args: { ticketId: exampleId(10), eventId: exampleId(500 + mut), text }, base: {}, clientTime: toInstant(1) })
const sizes = (texts: readonly string[]): readonly number[] => {
  let waiting = texts.map((text, at) => mutation(at + 1, text))
  const found: number[] = []
  while (waiting.length > 0) {
    const batch = nextBatch(waiting)
    found.push(batch.length)
    waiting = waiting.slice(batch.length)
  }
  return found
}
const mebibyte = 1024 * 1024

it.each([
  ['nothing', [], []],
  ['few at once', ['a', 'b', 'c'], [3]],
  ['at most 100', Array.from({ length: 250 }, () => 'a'), [100, 100, 50]],
  ['at most 4 MiB', Array.from({ length: 5 }, () => 'a'.repeat(1.5 * mebibyte)), [2, 2, 1]],
  ['4 MiB of bytes, not of characters', Array.from({ length: 4 }, () => '€'.repeat(mebibyte)), [1, 1, 1, 1]],
  ['one that is too large goes alone and holds up no other', ['a', 'b'.repeat(5 * mebibyte), 'c'], [1, 1, 1]],
])('splits a push: %s', (_what, texts, parts) => {
  expect(sizes(texts)).toEqual(parts)
})
