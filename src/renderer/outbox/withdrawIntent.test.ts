import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { applyChanges } from '../cache/applyChanges'
import type { DeskCache } from '../cache/deskCache'
import { pendingIntents, sendableIntents } from '../cache/pendingIntents'
import { exampleId } from '../fixtures/exampleId'
import { exampleIntent } from '../fixtures/exampleIntent'
import { examplePage } from '../fixtures/examplePage'
import { memoryJournal } from '../fixtures/memoryJournal'
import { openExampleCache } from '../fixtures/openExampleCache'
import { mergeJournal } from './mergeJournal'
import { renumberIntents } from './renumberIntents'
import { toMutation } from './toMutation'
import { withdrawIntent } from './withdrawIntent'

const me = exampleId(1)
const eventOf = (mut: number): string => exampleId(500 + mut)

describe('taking back what waits', () => {
  let cache: DeskCache
  let disk: ReturnType<typeof memoryJournal>

  beforeEach(async () => {
    cache = await openExampleCache()
    disk = memoryJournal()
    for (const mut of [1, 2, 3]) {
      const row = exampleIntent(mut)
      await cache.outbox.add(row)
      await disk.journal.append({ engineerId: me, serverEpoch: row.serverEpoch, mutation: toMutation(row) })
    }
  })
  afterEach(async () => cache.delete())

  const takeBack = async (mut: number) => withdrawIntent(cache, disk.journal, me, eventOf(mut))
  const confirm = async (answer: object) => applyChanges(cache, examplePage({ lastMut: 3, ...answer }), { engineerId: me, now: toInstant(9) })
  const applied = (mut: number) => ({ mut, outcome: 'applied' }) as const
  const withdrawn = (mut: number) => ({ mut, outcome: 'refused', code: 'withdrawn', sentence: 'You took this back.' }) as const

  it('P4 keeps its number on the way to the backend, with nothing of what it was', async () => {
    expect(await takeBack(2)).toEqual({ saved: true })
    expect((await pendingIntents(cache, me)).map(({ mut }) => mut)).toEqual([1, 3])
    expect((await sendableIntents(cache, me)).map(toMutation)).toMatchObject([{ mut: 1, name: 'addNote' }, { mut: 2, name: 'withdrawn', args: { eventId: eventOf(2) } }, { mut: 3, name: 'addNote' }])
  })

  it('goes quietly when the backend had not dealt with it', async () => {
    await takeBack(2)
    await confirm({ results: [applied(1), withdrawn(2), applied(3)] })
    expect([await cache.outbox.count(), await cache.refused.count()]).toEqual([0, 0])
  })

  it('P6 says so, with its text, when it had arrived before', async () => {
    await takeBack(2)
    await confirm({ results: [applied(1), applied(2), applied(3)] })
    expect(await cache.refused.toArray()).toMatchObject([{ command: { args: { text: 'text 2' } }, sentence: expect.stringContaining('carried out') as string }])
  })

  it('P5 is still taken back after the outbox was lost and rebuilt from the journal', async () => {
    await takeBack(2)
    await cache.outbox.clear()
    await cache.meta.put({ key: 'epochs', value: [exampleIntent(1).serverEpoch] })
    await mergeJournal(cache, disk.journal, me)
    expect((await sendableIntents(cache, me)).map(({ mut, withdrawn: back }) => [mut, back])).toEqual([[1, undefined], [2, true], [3, undefined]])
  })

  it('needs no number when a restored backend counts anew', async () => {
    await takeBack(2)
    await renumberIntents(cache, disk.journal, me, 1)
    expect((await sendableIntents(cache, me)).map(({ mut, eventId }) => [mut, eventId])).toEqual([[1, eventOf(1)], [2, eventOf(3)]])
  })

  it('P20 is not said to be taken back when the journal could not be written', async () => {
    disk.kept.full = true
    expect(await takeBack(2)).toEqual({ saved: false, reason: 'The disk is full.' })
    expect(await pendingIntents(cache, me)).toHaveLength(3)
  })

  it('says that it is too late once it was dealt with', async () => {
    await confirm({ results: [applied(1), applied(2), applied(3)] })
    expect(await takeBack(2)).toMatchObject({ saved: false, reason: expect.stringContaining('has dealt with it') as string })
  })
})
