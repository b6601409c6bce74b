// @vitest-environment node
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { applyChanges } from '../cache/applyChanges'
import type { DeskCache } from '../cache/deskCache'
import { exampleId } from '../fixtures/exampleId'
import { exampleIntent } from '../fixtures/exampleIntent'
import { examplePage } from '../fixtures/examplePage'
import { memoryJournal } from '../fixtures/memoryJournal'
import { openExampleCache } from '../fixtures/openExampleCache'
import { mergeJournal } from './mergeJournal'
import { renumberIntents } from './renumberIntents'

const me = exampleId(1)
let cache: DeskCache

beforeEach(async () => {
  cache = await openExampleCache()
})
afterEach(async () => {
  await cache.delete()
})

it('P6 P13 overwrites no refused text when a restored backend gives its numbers again', async () => {
  const { journal } = memoryJournal()
  const refusal = (mut: number) => ({ mut, outcome: 'refused', code: 'notAllowed', sentence: `No to ${String(mut)}.` }) as const
  await cache.outbox.bulkAdd([1, 2, 3, 4].map((mut) => exampleIntent(mut)))
  await applyChanges(cache, examplePage({ lastMut: 2, results: [refusal(1), refusal(2)] }), { engineerId: me, now: toInstant(1) })
  await renumberIntents(cache, journal, me, 1)
  expect((await cache.outbox.toArray()).map(({ mut, eventId }) => [mut, eventId])).toEqual([[1, exampleId(503)], [2, exampleId(504)]])
  await applyChanges(cache, examplePage({ lastMut: 2, results: [refusal(1), refusal(2)] }), { engineerId: me, now: toInstant(2) })
  expect(await cache.outbox.count()).toBe(0)
  const texts = (await cache.refused.toArray()).map(({ command }) => ('text' in command.args ? command.args.text : ''))
  expect(texts).toEqual(['text 1', 'text 2', 'text 3', 'text 4'])
})

it('P6 brings back from the journal nothing that was refused already, whatever number it bears there', async () => {
  const { journal, kept } = memoryJournal()
  await cache.outbox.bulkAdd([exampleIntent(1), exampleIntent(2)])
  await renumberIntents(cache, journal, me, 8)
  const journalled = kept.entries
  await applyChanges(cache, examplePage({ lastMut: 9, results: [{ mut: 8, outcome: 'refused', code: 'invalid', sentence: 'No.' }, { mut: 9, outcome: 'applied' }] }), { engineerId: me, now: toInstant(1) })
  // The backup is older than both, and the journal was not shortened yet.
  await applyChanges(cache, examplePage({ reset: true, lastMut: 0 }), { engineerId: me, now: toInstant(2) })
  kept.entries = journalled.slice(0, 1)
  expect(await mergeJournal(cache, journal, me)).toBe(0)
  expect(await cache.outbox.count()).toBe(0)
})
