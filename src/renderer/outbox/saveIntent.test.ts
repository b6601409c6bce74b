// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chicago, exampleTicket } from '../../domain/fixtures/examples'
import { toInstant } from '../../domain/calendar/time'
import type { JournalEntry } from '../../protocol/ipc/messages'
import { applyChanges } from '../cache/applyChanges'
import { DeskCache } from '../cache/deskCache'
import { readTicketFile } from '../cache/readTicketFile'
import type { Journal } from './journal'
import { mergeJournal } from './mergeJournal'
import { renumberIntents } from './renumberIntents'
import { saveIntent } from './saveIntent'

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const me = uuid(1)
const ticketId = uuid(10)
const engineer = (id: string, name: string) => ({ id, rev: 1, name, initials: 'XX', email: `${id}@desk.example`, phone: '', role: 'helpdesk', zone: chicago, active: true })
const ticket = (changes = {}) => exampleTicket({ id: ticketId, customerId: uuid(70), siteId: uuid(71), contactId: uuid(72) }, changes)

let cache: DeskCache
let entries: JournalEntry[]
let full: boolean
let count = 0
const journal: Journal = {
  append: async (entry) => {
    // The real one answers over a process boundary: others have their turn meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (full) return { outcome: 'failed', reason: 'The disk is full.' }
    entries.push(entry)
    return { outcome: 'done' }
  },
  read: async () => ({ entries: [...entries], damaged: 0 }),
  drop: async ({ engineerId, upToMut }) => {
    entries = entries.filter((entry) => entry.engineerId !== engineerId || entry.mutation.mut > upToMut)
    return { outcome: 'done' }
  },
}
const pull = async (rows: readonly object[], lastMut = 0, epoch = uuid(90)): Promise<void> =>
  applyChanges(
    cache,
    {
      reset: false, cursor: { epoch, seq: 1, scopeV: 0, schema: 1 }, more: false, tombstones: [], evictions: [], lastMut, results: [],
      rows: rows.map((row) => ({ table: 'assigneeId' in row ? 'ticket' : 'engineer', row: { ...row } })),
    },
    { engineerId: me, now: toInstant(1) },
  )
const open = async (name = `outbox:${String((count += 1))}`): Promise<void> => {
  cache = new DeskCache(name)
  await cache.open()
  await pull([engineer(me, 'Dana Reyes'), engineer(uuid(2), 'Lee Park'), ticket()])
}
/** The browser's storage is deleted; the journal is not. */
const lose = async (): Promise<void> => {
  const { name } = cache
  await cache.delete()
  await open(name)
}
let events = 600
const note = async (text: string) =>
  saveIntent({ cache, journal, engineerId: me, now: toInstant(5) }, { name: 'addNote', args: { ticketId, eventId: uuid((events += 1)), text } })
const claim = async () => saveIntent({ cache, journal, engineerId: me, now: toInstant(5) }, { name: 'claim', args: { ticketId, eventId: uuid((events += 1)) } })
const muts = async () => (await cache.outbox.toArray()).map((row) => row.mut)

beforeEach(async () => {
  entries = []
  full = false
  await open()
})
afterEach(async () => {
  await cache.delete()
})

describe('the outbox', () => {
  it('P5 numbers intents given at once without gaps, in journal and outbox alike', async () => {
    await Promise.all(Array.from({ length: 20 }, async (_, n) => note(`note ${String(n)}`)))
    expect(await muts()).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    expect(entries.map((entry) => entry.mutation.mut)).toEqual(await muts())
  })

  it('P20 says not saved when the journal could not be written, and leaves no gap', async () => {
    full = true
    expect(await note('lost')).toEqual({ saved: false, reason: 'The disk is full.' })
    full = false
    expect(await note('kept')).toEqual({ saved: true })
    expect(await muts()).toEqual([1])
  })

  it('P5 P21 gets back from the journal what the outbox lost, but not what the backend has dealt with', async () => {
    for (const text of ['one', 'two', 'three']) await note(text)
    await lose()
    await pull([], 1)
    expect(await mergeJournal(cache, journal, me)).toBe(2)
    expect((await cache.outbox.toArray()).map((row) => row.command.args)).toMatchObject([{ text: 'two' }, { text: 'three' }])
    expect(await mergeJournal(cache, journal, me)).toBe(0)
    await note('four')
    expect(await muts()).toEqual([2, 3, 4])
  })

  it('P13 P21 knows its own work again when the cache was lost and a restored backend has another epoch', async () => {
    await note('before the restore')
    await lose()
    await pull([], 0, uuid(95))
    expect(await mergeJournal(cache, journal, me)).toBe(1)
    expect((await cache.outbox.toArray()).map((row) => row.command.args)).toMatchObject([{ text: 'before the restore' }])
  })

  it('P6 P21 puts aside with its words what was refused while the cache was lost', async () => {
    for (const text of ['applied', 'refused']) await note(text)
    await lose()
    await pull([], 2)
    await mergeJournal(cache, journal, me, [{ mut: 1, outcome: 'applied' }, { mut: 2, outcome: 'refused', code: 'invalid', sentence: 'Not like this.' }])
    expect(await cache.outbox.count()).toBe(0)
    expect(await cache.refused.toArray()).toMatchObject([{ mut: 2, sentence: 'Not like this.', command: { args: { text: 'refused' } } }])
  })

  it('P5 P21 gives no number twice when somebody works on before the journal of a lost cache is merged', async () => {
    for (const text of ['one', 'two']) await note(text)
    await lose()
    await pull([engineer(me, 'Dana Reyes'), ticket()])
    expect(await note('three')).toEqual({ saved: true })
    expect(await mergeJournal(cache, journal, me)).toBe(2)
    expect((await cache.outbox.toArray()).map(({ mut, command }) => [mut, command.args])).toMatchObject([[1, { text: 'one' }], [2, { text: 'two' }], [3, { text: 'three' }]])
  })

  it('never takes over another engineer’s or another backend’s entries', async () => {
    await note('mine')
    const [mine] = entries
    if (mine === undefined) throw new Error('nothing was journalled')
    await cache.outbox.clear()
    const { backend: _backend, ...ofOldVersion } = mine
    entries = [{ ...mine, engineerId: uuid(2) }, { ...mine, backend: 'outbox:elsewhere' }, { ...ofOldVersion, serverEpoch: uuid(99) }]
    expect(await mergeJournal(cache, journal, me)).toBe(0)
  })

  it('numbers anew what a restored backend expects from an earlier number on', async () => {
    for (const text of ['one', 'two', 'three']) await note(text)
    await pull([], 1)
    await renumberIntents(cache, journal, me, 1)
    expect(await muts()).toEqual([1, 2])
    expect(entries.map((entry) => [entry.mutation.mut, entry.mutation.args])).toMatchObject([[1, { text: 'two' }], [2, { text: 'three' }]])
    await note('four')
    expect(await muts()).toEqual([1, 2, 3])
  })

  it('lays pending intents over the row and lays them anew over each pull', async () => {
    await claim()
    await note('a note')
    const before = await readTicketFile(cache, ticketId, me)
    expect(before).toMatchObject({ ticket: { assigneeId: me, brief: 'Faxes arrive late' }, timeline: [{ pending: true }, { pending: true }] })
    await pull([ticket({ rev: 7, brief: 'Changed by the customer' })])
    expect(await readTicketFile(cache, ticketId, me)).toMatchObject({ ticket: { assigneeId: me, brief: 'Changed by the customer' } })
    await pull([ticket({ rev: 8, assigneeId: uuid(2) })])
    expect(await readTicketFile(cache, ticketId, me)).toMatchObject({ ticket: { assigneeId: uuid(2) }, timeline: [{ body: { kind: 'note' } }] })
    expect(await cache.synced('ticket').get(ticketId)).toMatchObject({ assigneeId: uuid(2) })
  })

  it('P8 refuses at once, with a sentence and without keeping it, what the rules refuse now', async () => {
    await pull([ticket({ rev: 8, assigneeId: uuid(2) })])
    const outcome = await claim()
    expect(outcome).toMatchObject({ saved: false })
    expect(outcome.saved ? '' : outcome.reason).toContain('Lee Park')
    expect(await cache.outbox.count()).toBe(0)
    expect(await note('   ')).toEqual({ saved: false, reason: 'The note is empty: please write something' })
  })
})
