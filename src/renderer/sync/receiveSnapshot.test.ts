// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import type { SnapshotLine } from '../../protocol/sync/snapshot'
import { applyChanges } from '../cache/applyChanges'
import { DeskCache } from '../cache/deskCache'
import { dropUnshown } from '../cache/dropUnshown'
import { readMeta } from '../cache/readMeta'
import { deskTicket } from '../fixtures/deskTicket'
import { exampleId } from '../fixtures/exampleId'
import { exampleIntent } from '../fixtures/exampleIntent'
import { examplePage, travelling } from '../fixtures/examplePage'
import { exampleSnapshot, sendLines } from '../fixtures/exampleSnapshot'
import { handTimers } from '../fixtures/handTimers'
import { memoryJournal } from '../fixtures/memoryJournal'
import { receiveSnapshot } from './receiveSnapshot'

const me = exampleId(1)
const ticket = (n: number) => travelling('ticket', deskTicket(n))
const cursor = { ...examplePage().cursor, epoch: exampleId(91), seq: 40 }

describe('a snapshot at the desk', () => {
  let cache: DeskCache
  let count = 0
  let asked: unknown[]
  const timers = handTimers()
  const never = new AbortController().signal
  const receive = async (lines: readonly SnapshotLine[], cutAfter?: number, signal = never) => {
    const client = { snapshot: async (_token: unknown, wish: unknown) => (asked.push(wish), sendLines(lines, cutAfter)), pull: async () => examplePage(), push: async () => ({ lastMut: 0, results: [] }), digest: async () => ({ ...examplePage(), digests: null }) }
    const progress = (...told: unknown[]): void => void asked.push(told)
    await receiveSnapshot(
      { cache, client, journal: memoryJournal().journal, token: async () => 'token', deviceId: exampleId(5), engineerId: me, now: () => toInstant(9), check: false, setTimer: timers.setTimer, progress },
      signal,
    )
  }
  const shown = async () => (await cache.synced('ticket').toCollection().primaryKeys()).map((id) => Number(id.slice(-2)))
  const reopen = async () => {
    const { name } = cache
    cache.close()
    cache = new DeskCache(name)
    await cache.open()
  }

  beforeEach(async () => {
    count += 1
    asked = []
    cache = new DeskCache(`snapshot:${String(count)}`)
    await cache.open()
  })
  afterEach(async () => {
    await cache.delete()
  })

  /** A desk that was live, with unsent work, whose backend was restored from a backup. */
  const deskOfBefore = async (): Promise<void> => {
    await applyChanges(cache, examplePage({ rows: [ticket(10), ticket(11)] }), { engineerId: me, now: toInstant(1) })
    await cache.outbox.add(exampleIntent(3))
    await cache.refused.add({ ...exampleIntent(2), sentence: 'Not you.' })
  }
  const lines = exampleSnapshot([[ticket(20)], [ticket(21)], [ticket(22)]], { cursor, lastMut: 7 })

  it('P13 keeps the old rows on screen until the new ones are whole, then shows those alone with their cursor', async () => {
    await deskOfBefore()
    await expect(receive(lines, lines.length - 1)).rejects.toThrow('The line broke')
    expect(await shown()).toEqual([10, 11])
    expect(await readMeta(cache, 'cursor')).toMatchObject({ seq: 5 })
    await receive(lines.slice(0, 1).concat(lines.slice(5)))
    expect(await shown()).toEqual([20, 21, 22])
    expect(await readMeta(cache, 'cursor')).toEqual(cursor)
    expect([await cache.syncedOf('a', 'ticket').count(), await readMeta(cache, 'snapshot')]).toEqual([0, null])
  })

  it('P13 leaves outbox, refused texts and their numbers as they are', async () => {
    await deskOfBefore()
    await receive(lines)
    expect((await cache.outbox.toArray()).map(({ mut }) => mut)).toEqual([3])
    expect((await cache.refused.toArray()).map(({ sentence }) => sentence)).toEqual(['Not you.'])
    expect([await readMeta(cache, `lastMut:${me}`), await readMeta(cache, `nextMut:${me}`)]).toEqual([7, 8])
  })

  it('P13 goes on at the last mark after the line broke and the desk was started again', async () => {
    await deskOfBefore()
    await expect(receive(lines, 4)).rejects.toThrow('The line broke')
    await reopen()
    asked = []
    await receive([...lines.slice(0, 1), ...lines.slice(3)])
    expect(asked[0]).toEqual({ after: 'after 0' })
    expect(asked.slice(1)).toEqual([[1, true, 3], [2, true, 3], [3, true, 3]])
    expect(await shown()).toEqual([20, 21, 22])
  })

  it('P13 drops what it has received when the backend begins anew', async () => {
    await deskOfBefore()
    await expect(receive(lines, 4)).rejects.toThrow('The line broke')
    await receive(exampleSnapshot([[ticket(30)]], { cursor: { ...cursor, epoch: exampleId(92) } }))
    expect(await shown()).toEqual([30])
    expect(await readMeta(cache, 'epochs')).toEqual([examplePage().cursor.epoch, exampleId(91), exampleId(92)])
  })

  it('P13 shows the new generation also after a restart, and once more when a third comes', async () => {
    await deskOfBefore()
    await receive(lines)
    await reopen()
    expect(await shown()).toEqual([20, 21, 22])
    await receive(exampleSnapshot([[ticket(30)]], { cursor: { ...cursor, epoch: exampleId(92) } }))
    await reopen()
    expect(await shown()).toEqual([30])
    expect(await cache.syncedOf('b', 'ticket').count()).toBe(0)
  })

  it('shows the rows of a very first sync as they come, and lets nobody see half a page as the whole', async () => {
    await expect(receive(lines, 5)).rejects.toThrow('The line broke')
    expect(await shown()).toEqual([20, 21])
    expect(await readMeta(cache, 'cursor')).toBeNull()
    await reopen()
    await receive([...lines.slice(0, 1), ...lines.slice(5)])
    expect([await shown(), await readMeta(cache, 'cursor')]).toEqual([[20, 21, 22], cursor])
  })

  it('P13 drops at start what was left of the old generation by a crash right behind the swap', async () => {
    await deskOfBefore()
    await cache.table('ticket_b').add(deskTicket(40))
    await dropUnshown(cache)
    expect([await cache.syncedOf('b', 'ticket').count(), await shown()]).toEqual([0, [10, 11]])
  })

  it('parks in the new generation what it cannot read', async () => {
    await deskOfBefore()
    await receive(exampleSnapshot([[{ table: 'ticket', row: { id: exampleId(50), state: 'of the future' } }, { table: 'ofTheFuture', row: { id: 'x' } }]], { cursor }))
    expect((await cache.parked.toArray()).map(({ table }) => table)).toEqual(['ofTheFuture', 'ticket'])
    expect(await cache.parkedOf('a').count()).toBe(0)
  })

  it('P22 says so when the backend falls silent, and when it ends too early', async () => {
    const client = { next: async () => new Promise<never>(() => undefined) }
    const silent = { [Symbol.asyncIterator]: () => client }
    const { followLines } = await import('./followLines')
    const first = followLines(silent, 20_000, timers.setTimer).next()
    expect(timers.waiting()).toEqual([20_000])
    timers.fire()
    await expect(first).rejects.toThrow('fallen silent')
    await expect(receive(lines.slice(0, 3))).rejects.toThrow('broke off')
  })

  it('stops where it is when the line is hung up', async () => {
    await deskOfBefore()
    const line = new AbortController()
    line.abort()
    await expect(receive(lines, lines.length, line.signal)).rejects.toThrow('abort')
    expect(await readMeta(cache, 'snapshot')).toBeNull()
  })
})
