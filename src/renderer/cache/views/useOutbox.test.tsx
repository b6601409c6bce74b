import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { exampleEngineer } from '../../fixtures/exampleEngineer'
import { exampleId } from '../../fixtures/exampleId'
import { exampleIntent } from '../../fixtures/exampleIntent'
import { openExampleCache } from '../../fixtures/openExampleCache'
import { useCacheStore } from '../cacheStore'
import type { DeskCache } from '../deskCache'
import { useOutbox } from './useOutbox'
import type { OutboxView } from './useOutbox'

let cache: DeskCache
let root: Root
let view: OutboxView | null = null

function Reader(): null {
  const now = useOutbox()
  useEffect(() => {
    view = now
  })
  return null
}
const seen = async (holds: (seen: OutboxView) => void): Promise<void> => vi.waitFor(() => holds(view ?? expect.fail('nothing drawn')), { interval: 1 })

beforeEach(async () => {
  cache = await openExampleCache()
  const [two, three] = [exampleId(2), exampleId(3)]
  await cache.table('engineer').bulkPut([exampleEngineer(1), exampleEngineer(2)])
  await cache.outbox.bulkAdd([exampleIntent(9), exampleIntent(8), exampleIntent(1, { engineerId: two }), exampleIntent(2, { engineerId: two }), exampleIntent(1, { engineerId: three })])
  await cache.refused.bulkAdd([{ ...exampleIntent(4), sentence: 'Not you.' }, { ...exampleIntent(5, { engineerId: two }), sentence: 'Nor you.' }])
  useCacheStore.setState({ cache, queue: null, engineerId: exampleId(1) })
  root = createRoot(document.createElement('div'))
  root.render(<Reader />)
})
afterEach(async () => {
  root.unmount()
  view = null
  useCacheStore.setState({ cache: null, queue: null, engineerId: null })
  await cache.delete()
})

it('shows what I have not sent in its order, and of others only how much and whose', async () => {
  await seen(({ entries, unsent, others }) => {
    expect([entries.map(({ mut }) => mut), unsent]).toEqual([[8, 9], 2])
    expect(others).toEqual([
      { engineerId: exampleId(2), engineerName: 'Lee Park', unsent: 2 },
      { engineerId: exampleId(3), engineerName: 'another engineer', unsent: 1 },
    ])
  })
})

it('P6 shows my refused changes with their words until I put them away, and never another’s', async () => {
  await seen(({ attention }) => expect(attention).toMatchObject([{ sentence: 'Not you.', command: { args: { text: 'text 4' } } }]))
  view?.dismiss(exampleId(504))
  await seen(({ attention, unsent }) => expect([attention, unsent]).toEqual([[], 2]))
  expect(await cache.refused.toCollection().primaryKeys()).toEqual([exampleId(505)])
})

it('changes with who works here', async () => {
  useCacheStore.setState({ engineerId: exampleId(2) })
  await seen(({ unsent, attention, others }) => {
    expect([unsent, attention.map(({ sentence }) => sentence), others.map(({ engineerName }) => engineerName)]).toEqual([2, ['Nor you.'], ['Dana Reyes', 'another engineer']])
  })
})
