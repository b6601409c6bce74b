// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { useTroubleStore } from '../bridge/troubleStore'
import { exampleEngineer } from '../fixtures/exampleEngineer'
import { exampleId } from '../fixtures/exampleId'
import { exampleEpoch, examplePage, travelling } from '../fixtures/examplePage'
import { rawCacheText } from '../fixtures/rawCacheText'
import { adoptKeys } from './adoptKeys'
import { applyChanges } from './applyChanges'
import { DeskCache } from './deskCache'
import { readMeta } from './readMeta'
import { readServerNotes } from './readServerNotes'
import { forgetfulKeys } from './scopeKeys'
import type { KeySource } from './scopeKeys'
import { openRow } from './sealRow'

const canary = 'canary-7f3a: jump host password is on the wall'
const customerId = exampleId(70)
const note = (n: number, text = canary) => travelling('serverNote', { id: exampleId(n), rev: n, customerId, about: 'server', aboutId: exampleId(n + 100), text } as { readonly id: string })
const all = ['desk', 'serverNotes', 'accessRequests']
const cursor = (seq: number, scopes = all) => ({ epoch: exampleEpoch, seq, scopeV: 1, schema: 2, scopes, backfill: null })
const arrival = { engineerId: exampleId(1), now: toInstant(1_000) }
const me = travelling('engineer', exampleEngineer(1))
let cache: DeskCache
let keys: KeySource
let count = 0

beforeEach(async () => {
  count += 1
  keys = forgetfulKeys()
  cache = new DeskCache(`notes:${String(count)}`, keys)
  await cache.open()
  await applyChanges(cache, examplePage({ cursor: cursor(5), rows: [me, note(10), note(11, 'Reboot on Sundays only')] }), arrival)
})
afterEach(async () => {
  await cache.delete()
})

const read = async (of = cache) => readServerNotes(of, customerId, exampleId(1))

describe('server notes on a desk', () => {
  it('P10 P49 are sealed: nothing of them is readable in what is stored, and the engineer reads them', async () => {
    const raw = await rawCacheText(cache)
    expect(raw).toContain('Dana Reyes')
    expect(raw).not.toContain('canary')
    expect(raw).not.toContain('Sundays')
    expect(await read()).toEqual({ state: 'here', texts: new Map([[exampleId(110), canary], [exampleId(111), 'Reboot on Sundays only']]) })
  })

  it('P10 are sealed also when this version cannot read them', async () => {
    await applyChanges(cache, examplePage({ cursor: cursor(6), rows: [travelling('serverNote', { id: exampleId(12), customerId, about: 'a subject of the future', text: canary } as { readonly id: string })] }), arrival)
    expect(await cache.parked.count()).toBe(1)
    expect(await rawCacheText(cache)).not.toContain('canary')
  })

  it('P10 go with the right: rows, key and what was parked, before anything else of the page', async () => {
    const [kept] = await cache.synced('serverNote').toArray()
    const key = await cache.scopeKeys.of('serverNotes')
    await applyChanges(cache, examplePage({ cursor: cursor(7, ['desk']), purge: ['serverNote', 'accessRequest', 'ofTheFuture'] }), arrival)
    expect([await cache.synced('serverNote').count(), await readMeta(cache, 'sealedWith:serverNotes')]).toEqual([0, null])
    // Somebody who copied the files before has no key any more.
    const later = await cache.scopeKeys.of('serverNotes')
    expect(later.id).not.toBe(key.id)
    expect(await openRow(later, 'serverNote', kept as NonNullable<typeof kept>)).toBeNull()
    expect(await openRow({ ...later, id: key.id }, 'serverNote', kept as NonNullable<typeof kept>).catch(() => 'unreadable')).toBe('unreadable')
    expect((await read()).state).toBe('coming')
  })

  it('P10 leave the desk also when the key cannot be destroyed at once; that is tried again until it is', async () => {
    const destroyed: string[] = []
    let refuses = true
    const stubborn: KeySource = {
      give: keys.give,
      destroy: async (scope) => {
        if (refuses) throw new Error('the disk is read-only')
        destroyed.push(scope)
      },
    }
    cache.close()
    cache = new DeskCache(`notes:${String(count)}`, stubborn)
    await applyChanges(cache, examplePage({ cursor: cursor(7, ['desk']), purge: ['serverNote'] }), arrival)
    expect([await cache.synced('serverNote').count(), await readMeta(cache, 'keysToDestroy')]).toEqual([0, ['serverNotes']])
    expect(useTroubleStore.getState().sentences.at(-1)).toContain('could not be destroyed')
    await adoptKeys(cache)
    expect(await readMeta(cache, 'keysToDestroy')).toEqual(['serverNotes'])
    refuses = false
    await adoptKeys(cache)
    expect([destroyed, await readMeta(cache, 'keysToDestroy')]).toEqual([['serverNotes'], []])
  })

  it('P10 P11 P50 without their key are dropped at the next start and asked for again', async () => {
    cache.close()
    cache = new DeskCache(`notes:${String(count)}`, forgetfulKeys())
    expect((await read()).state).toBe('coming')
    await adoptKeys(cache)
    expect(await cache.synced('serverNote').count()).toBe(0)
    expect(await readMeta(cache, 'cursor')).toEqual(cursor(5, ['desk', 'accessRequests']))
    await applyChanges(cache, examplePage({ cursor: cursor(5), rows: [note(10)] }), arrival)
    expect(await read()).toEqual({ state: 'here', texts: new Map([[exampleId(110), canary]]) })
  })

  it('with their key stay over a start, and nothing is asked for again', async () => {
    cache.close()
    cache = new DeskCache(`notes:${String(count)}`, keys)
    await adoptKeys(cache)
    expect((await read()).texts.size).toBe(2)
    expect(await readMeta(cache, 'cursor')).toEqual(cursor(5))
  })

  it('P10 are shown to nobody whose role does not read them, also before the next sync', async () => {
    await applyChanges(cache, examplePage({ cursor: cursor(8), rows: [travelling('engineer', exampleEngineer(1, { role: 'accountManager' }))] }), arrival)
    expect(await read()).toEqual({ state: 'notYours', texts: new Map() })
    expect((await readServerNotes(cache, customerId, null)).state).toBe('notYours')
  })

  it('cannot be put under another row’s id', async () => {
    const [first, second] = await cache.synced('serverNote').toArray()
    if (first === undefined || second === undefined) throw new Error('two notes were stored')
    await cache.synced('serverNote').put({ ...first, id: second.id })
    await expect(read()).rejects.toMatchObject({ name: 'OperationError' })
  })

  it('P1 takes no page whose rows would be sealed with another key than those before', async () => {
    await keys.destroy('serverNotes')
    cache.close()
    cache = new DeskCache(`notes:${String(count)}`, keys)
    await expect(applyChanges(cache, examplePage({ cursor: cursor(9), rows: [note(13)] }), arrival)).rejects.toThrow('key of server notes has changed')
    expect(await readMeta(cache, 'cursor')).toEqual(cursor(5))
  })
})
