// @vitest-environment node
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { applyChanges } from '../cache/applyChanges'
import type { DeskCache } from '../cache/deskCache'
import { readMeta } from '../cache/readMeta'
import { deskTicket } from '../fixtures/deskTicket'
import { exampleEngineer } from '../fixtures/exampleEngineer'
import { exampleId } from '../fixtures/exampleId'
import { exampleIntent } from '../fixtures/exampleIntent'
import { exampleEpoch, examplePage, travelling } from '../fixtures/examplePage'
import { memoryJournal } from '../fixtures/memoryJournal'
import { openExampleCache } from '../fixtures/openExampleCache'
import { rawCacheText } from '../fixtures/rawCacheText'
import { mergeJournal } from '../outbox/mergeJournal'
import { toMutation } from '../outbox/toMutation'
import { wipeDesk } from './wipeDesk'

const me = exampleId(1)
const colleague = exampleId(2)
let cache: DeskCache
let kept: ReturnType<typeof memoryJournal>

beforeEach(async () => {
  cache = await openExampleCache()
  kept = memoryJournal()
  const secret = { id: exampleId(20), rev: 3, customerId: exampleId(70), about: 'server', aboutId: exampleId(30), text: 'canary' }
  const rows = [travelling('engineer', exampleEngineer(1)), travelling('ticket', deskTicket(10, { brief: 'canary in a brief' })), travelling('serverNote', secret)]
  await applyChanges(cache, examplePage({ rows }), { engineerId: me, now: toInstant(1_000) })
  await cache.outbox.bulkAdd([exampleIntent(1), { ...exampleIntent(2), withdrawn: true }, exampleIntent(1, { engineerId: colleague, command: { name: 'claim', args: { ticketId: exampleId(10), eventId: exampleId(900) } } })])
  const journalled = [exampleIntent(1), exampleIntent(2), { ...exampleIntent(2), withdrawn: true as const }, exampleIntent(3), exampleIntent(1, { engineerId: colleague })]
  kept.kept.entries = journalled.map((row) => ({ engineerId: row.engineerId, serverEpoch: exampleEpoch, mutation: toMutation(row) }))
})
afterEach(async () => {
  await cache.delete()
})

it('P10 P6 wipes every row and key of a revoked desk, and puts unsent work aside for its engineer, also what only the journal had', async () => {
  const key = await cache.scopeKeys.of('serverNotes')
  await wipeDesk(cache, kept.journal, me)
  expect(await rawCacheText(cache)).not.toContain('canary')
  expect([await cache.synced('ticket').count(), await cache.synced('engineer').count(), await readMeta(cache, 'cursor')]).toEqual([0, 0, null])
  expect((await cache.scopeKeys.of('serverNotes')).id).not.toBe(key.id)
  const aside = await cache.refused.toArray()
  expect(aside.map(({ engineerId, command }) => [engineerId, 'text' in command.args ? command.args.text : ''])).toEqual([[me, 'text 1'], [me, 'text 3']])
  expect(aside[0]?.sentence).toContain('was revoked')
})

it('P6 sends nothing of it by itself later, and leaves a colleague’s outbox and journal alone', async () => {
  await wipeDesk(cache, kept.journal, me)
  expect((await cache.outbox.toArray()).map(({ engineerId }) => engineerId)).toEqual([colleague])
  expect(kept.kept.entries.map(({ engineerId }) => engineerId)).toEqual([colleague])
  expect(await mergeJournal(cache, kept.journal, me)).toBe(0)
})

it('P5 done again after a crash before the journal was told, comes to the same', async () => {
  const before = kept.kept.entries
  await wipeDesk(cache, kept.journal, me)
  kept.kept.entries = before
  await wipeDesk(cache, kept.journal, me)
  expect([await cache.refused.count(), (await cache.outbox.toArray()).length, kept.kept.entries.length]).toEqual([2, 1, 1])
})
