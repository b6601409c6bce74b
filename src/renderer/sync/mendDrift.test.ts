// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { addHash, identityText, sumText } from '../../protocol/sync/rowSum'
import type { SyncedTable } from '../../protocol/sync/tables'
import { useTroubleStore } from '../bridge/troubleStore'
import { applyChanges } from '../cache/applyChanges'
import type { DeskCache } from '../cache/deskCache'
import { hashText } from '../cache/hashText'
import { mendTable } from '../cache/mendTable'
import { readMeta } from '../cache/readMeta'
import { deskTicket } from '../fixtures/deskTicket'
import { exampleEngineer } from '../fixtures/exampleEngineer'
import { exampleId } from '../fixtures/exampleId'
import { examplePage, travelling } from '../fixtures/examplePage'
import { exampleSnapshot, sendLines } from '../fixtures/exampleSnapshot'
import { handTimers } from '../fixtures/handTimers'
import { memoryJournal } from '../fixtures/memoryJournal'
import { openExampleCache } from '../fixtures/openExampleCache'
import { mendDrift } from './mendDrift'
import { syncRound } from './syncRound'

const me = exampleId(1)

describe('drift of the copy', () => {
  let cache: DeskCache
  let asked: SyncedTable[]
  let broken: boolean
  /** What the backend holds. */
  let truth: ReturnType<typeof travelling>[]

  const digests = () => {
    const found: Record<string, { count: number; sum: string }> = {}
    const sums = new Map<string, bigint>()
    for (const { table, row } of [...truth, { table: 'page', row: null }]) {
      const before = found[table]?.count ?? 0
      const sum = row === null ? 0n : addHash(sums.get(table) ?? 0n, hashText(identityText(row['id'] as string, row['rev'] as number)))
      sums.set(table, sum)
      found[table] = { count: before + (row === null ? 0 : 1), sum: sumText(sum) }
    }
    return found
  }
  const parts = () => ({
    cache,
    client: {
      snapshot: async (_token: unknown, { table }: { readonly table?: SyncedTable }) => {
        asked.push(table ?? expect.fail('everything'))
        const lines = exampleSnapshot([truth.filter((each) => each.table === table)])
        return sendLines(lines, broken ? lines.length - 1 : lines.length)
      },
      digest: async () => ({ ...examplePage(), digests: digests() }),
      pull: async () => examplePage(),
      push: async () => ({ lastMut: 0, results: [] }),
    },
    journal: memoryJournal().journal, token: async () => 'token', deviceId: exampleId(5), engineerId: me, now: () => toInstant(9), check: true, setTimer: handTimers().setTimer, progress: () => undefined,
  })
  const check = async () => mendDrift(parts(), digests(), new AbortController().signal)
  const tickets = async () => cache.synced('ticket').orderBy('id').toArray()

  beforeEach(async () => {
    cache = await openExampleCache()
    asked = []
    broken = false
    truth = [...[10, 11, 12].map((n) => travelling('ticket', deskTicket(n))), travelling('engineer', exampleEngineer(1))]
    await applyChanges(cache, examplePage({ rows: truth }), { engineerId: me, now: toInstant(1) })
    useTroubleStore.setState({ sentences: [] })
  })
  afterEach(async () => {
    await cache.delete()
  })

  it('P12 finds nothing, asks nothing and counts nothing while the copy is right', async () => {
    await check()
    expect([asked, await readMeta(cache, 'copyCheck')]).toEqual([[], { checkedAt: 9, found: 0, foundAt: null }])
  })

  it.each<readonly [string, () => Promise<unknown>]>([
    ['lost a row', async () => cache.synced('ticket').delete(exampleId(11))],
    ['has a row twice', async () => cache.table('ticket').add(deskTicket(13))],
    ['has a row that was changed under its revision', async () => cache.synced('ticket').update(exampleId(11), { brief: 'Something else' })],
    ['has a row of another revision', async () => cache.synced('ticket').update(exampleId(11), { rev: 99 })],
    ['lost the table', async () => cache.synced('ticket').clear()],
  ])('P12 a copy that %s is mended, that table alone, and it is told', async (_what, spoil) => {
    await spoil()
    await check()
    expect(asked).toEqual(['ticket'])
    expect(await tickets()).toEqual([10, 11, 12].map((n) => deskTicket(n)))
    expect(await readMeta(cache, 'copyCheck')).toMatchObject({ found: 1, foundAt: 9 })
    expect(useTroubleStore.getState().sentences).toEqual(['This desk’s copy of ticket was not what the backend has. It is read again.'])
    await check()
    expect(asked).toHaveLength(1)
  })

  it('P12 finds a row that never arrived, and one whose deletion was never told, though nothing here changed by itself', async () => {
    truth = [...truth, travelling('ticket', deskTicket(15))]
    await check()
    truth = truth.filter(({ row }) => row['id'] !== exampleId(10))
    await check()
    expect([asked, (await tickets()).map(({ id }) => id)]).toEqual([['ticket', 'ticket'], [11, 12, 15].map(exampleId)])
  })

  it('P12 mends again what was cut off, even when the part that came hides the drift', async () => {
    await cache.synced('ticket').update(exampleId(11), { brief: 'Something else' })
    broken = true
    await expect(check()).rejects.toThrow('The line broke')
    broken = false
    await check()
    expect([asked, await tickets()]).toEqual([['ticket', 'ticket'], [10, 11, 12].map((n) => deskTicket(n))])
  })

  it('counts parked rows as held, and takes one out that can be read now', async () => {
    const unreadable = { table: 'ticket', row: { ...deskTicket(14), state: 'of the future' } }
    truth = [...truth, unreadable]
    await applyChanges(cache, examplePage({ rows: [unreadable] }), { engineerId: me, now: toInstant(1) })
    await check()
    expect(asked).toEqual([])
    truth = [...truth.slice(0, -1), travelling('ticket', deskTicket(14))]
    const mending = mendTable(cache, 'ticket')
    await mending.put(truth.filter(({ table }) => table === 'ticket'))
    await mending.finish()
    expect([await cache.parked.count(), await cache.synced('ticket').count()]).toEqual([0, 4])
  })

  it('takes the content of a copy made before there were sums as it is, once the backend agrees which rows they are', async () => {
    await cache.meta.delete('sums:a')
    await check()
    await cache.synced('ticket').update(exampleId(11), { brief: 'Something else' })
    await check()
    expect(asked).toEqual(['ticket'])
  })

  it('P12 keeps the sums right through changes, deletions and a new generation', async () => {
    const newer = deskTicket(11, {}, { brief: 'Changed rightly', rev: 6 })
    await applyChanges(cache, examplePage({ rows: [travelling('ticket', newer)], tombstones: [{ table: 'ticket', id: exampleId(12), rev: 6 }] }), { engineerId: me, now: toInstant(1) })
    truth = [travelling('ticket', deskTicket(10)), travelling('ticket', newer), travelling('engineer', exampleEngineer(1))]
    await check()
    expect(asked).toEqual([])
  })

  it('P12 a round that checks finds it by itself', async () => {
    await cache.synced('ticket').delete(exampleId(10))
    await syncRound(parts(), new AbortController().signal)
    expect((await tickets()).map(({ id }) => id)).toEqual([10, 11, 12].map(exampleId))
  })
})
